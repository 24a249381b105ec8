var e=["success","failure","cancelled","timed_out","skipped","neutral","action_required","stale","startup_failure"];export{e as a};

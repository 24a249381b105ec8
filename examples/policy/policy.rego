package sherpa

default decision := {"verdict": "deny", "reasons": [{"code": "suggest-only", "text": "Nothing allows it."}]}

decision := {"verdict": "deny", "reasons": [{"text": "The pull request asks to be left alone."}]} if on_hold

else := {"verdict": "allow", "reasons": [{"text": "What the network broke mends itself."}]} if {
	is_rerun
	input.failure.category in {"network", "rate_limit", "runner"}
	input.failure.confidence >= 0.8
	input.run.fork == false
}

else := {"verdict": "ask", "reasons": [{"text": "Somebody is there who can look."}]} if {
	input.remedy == "roll-back-deployment"
	some environment in input.environments
	lower(environment) == "production"
	input.now.weekday in {1, 2, 3, 4, 5}
	input.now.hour >= 8
	input.now.hour < 18
}

else := "ask" if {
	is_rerun
}

else := "allow" if {
	input.remedy == "open-issue"
}

is_rerun if input.remedy in {"rerun-failed-jobs", "rerun-job"}

on_hold if {
	some label in input.run.labels
	lower(label) == "do-not-touch"
}

# What is not known counts against the action.
on_hold if {
	input.run.labels == null
	not has_no_pull_request
}

has_no_pull_request if {
	input.run.event in {"push", "schedule", "workflow_dispatch", "repository_dispatch"}
	input.run.pullRequest == null
	input.run.base == null
}

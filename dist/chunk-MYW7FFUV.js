var e=["test","flaky_test","compile","lint","dependency","network","rate_limit","auth","config","runner","resource","timeout","deploy","crash","cancelled","unknown"];export{e as a};

var T=["GITHUB_TOKEN","GH_TOKEN","GH_ENTERPRISE_TOKEN","GITHUB_ENTERPRISE_TOKEN"],e=E=>T.flatMap(t=>E[t]??[]);export{e as a};

var e=process.getBuiltinModule("node:v8").setFlagsFromString;var s=()=>e("--semi-space-growth-factor=1");export{s as a};

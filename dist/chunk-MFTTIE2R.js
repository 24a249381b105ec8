import{b as o}from"./chunk-IYWUY3VA.js";var s=o((p,e)=>{"use strict";e.exports=process.getBuiltinModule("node:perf_hooks")});export{s as a};

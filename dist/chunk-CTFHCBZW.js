import{a as o}from"./chunk-OOJM4CTU.js";var t=o((p,e)=>{"use strict";e.exports=process.getBuiltinModule("node:path")});export{t as a};

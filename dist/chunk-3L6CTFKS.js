import{a as o}from"./chunk-OOJM4CTU.js";var t=o((i,e)=>{"use strict";e.exports=process.getBuiltinModule("node:util")});export{t as a};

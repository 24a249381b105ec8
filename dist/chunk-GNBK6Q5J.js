import{a as o}from"./chunk-OOJM4CTU.js";var s=o((t,e)=>{"use strict";e.exports=process.getBuiltinModule("node:fs")});export{s as a};

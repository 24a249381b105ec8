import{a as o}from"./chunk-OOJM4CTU.js";var l=o((r,e)=>{"use strict";e.exports=process.getBuiltinModule("node:url")});export{l as a};

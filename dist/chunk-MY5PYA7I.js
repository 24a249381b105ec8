import{a as s}from"./chunk-OOJM4CTU.js";var o=s((i,e)=>{"use strict";e.exports=process.getBuiltinModule("node:fs/promises")});export{o as a};

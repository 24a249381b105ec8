import{b as o}from"./chunk-IYWUY3VA.js";var t=o((p,e)=>{"use strict";e.exports=process.getBuiltinModule("node:path")});export{t as a};

import{b as o}from"./chunk-IYWUY3VA.js";var t=o((n,e)=>{"use strict";e.exports=process.getBuiltinModule("node:net")});export{t as a};

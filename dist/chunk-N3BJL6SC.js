import{b as o}from"./chunk-IYWUY3VA.js";var s=o((t,e)=>{"use strict";e.exports=process.getBuiltinModule("node:fs")});export{s as a};

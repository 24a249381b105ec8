import{b as o}from"./chunk-IYWUY3VA.js";var s=o((t,e)=>{"use strict";e.exports=process.getBuiltinModule("node:os")});export{s as a};

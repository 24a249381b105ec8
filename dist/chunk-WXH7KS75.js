import{b as o}from"./chunk-IYWUY3VA.js";var i=o((l,e)=>{"use strict";e.exports=process.getBuiltinModule("node:zlib")});export{i as a};

import{b as o}from"./chunk-IYWUY3VA.js";var l=o((r,e)=>{"use strict";e.exports=process.getBuiltinModule("node:url")});export{l as a};

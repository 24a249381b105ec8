import{b as s}from"./chunk-IYWUY3VA.js";var o=s((i,e)=>{"use strict";e.exports=process.getBuiltinModule("node:fs/promises")});export{o as a};

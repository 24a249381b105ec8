import{b as o}from"./chunk-IYWUY3VA.js";var d=o((r,e)=>{"use strict";e.exports=process.getBuiltinModule("node:string_decoder")});export{d as a};

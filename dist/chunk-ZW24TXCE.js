import{c as o}from"./chunk-VUJKWCT3.js";var i=o((l,e)=>{"use strict";e.exports=process.getBuiltinModule("node:zlib")});export{i as a};

import{c as o}from"./chunk-VUJKWCT3.js";var t=o((i,e)=>{"use strict";e.exports=process.getBuiltinModule("node:util")});export{t as a};

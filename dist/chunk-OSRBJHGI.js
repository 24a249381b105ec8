import{c as o}from"./chunk-VUJKWCT3.js";var s=o((t,e)=>{"use strict";e.exports=process.getBuiltinModule("node:fs")});export{s as a};

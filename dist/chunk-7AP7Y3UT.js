import{a as o}from"./chunk-OOJM4CTU.js";var i=o((l,e)=>{e.exports=process.getBuiltinModule("node:zlib")});export{i as a};

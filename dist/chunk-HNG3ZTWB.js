import{b as t}from"./chunk-IYWUY3VA.js";var o=t((s,e)=>{"use strict";e.exports=process.getBuiltinModule("node:tty")});export{o as a};

import{b as e}from"./chunk-IYWUY3VA.js";var p=e((t,o)=>{"use strict";o.exports=process});var r=e((c,s)=>{"use strict";s.exports=process.getBuiltinModule("node:v8")});export{p as a,r as b};

import{a,b,c}from"./chunk-CJAMQLX7.js";import"./chunk-C6HGHX7H.js";import"./chunk-OOJM4CTU.js";export{a as looksLikeRunRef,c as parseRepository,b as parseRunRef};

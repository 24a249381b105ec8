import{a}from"./chunk-BSRRJ3A4.js";import"./chunk-IYWUY3VA.js";export{a as findRemote};

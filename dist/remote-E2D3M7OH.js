import{a}from"./chunk-5CLUDTNS.js";import"./chunk-IYWUY3VA.js";export{a as findRemote};

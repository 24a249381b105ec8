import{a}from"./chunk-VUF76DIZ.js";import"./chunk-IYWUY3VA.js";export{a as setAside};

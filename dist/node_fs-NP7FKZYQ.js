import{a}from"./chunk-VERYJ53Z.js";import"./chunk-OOJM4CTU.js";export default a();

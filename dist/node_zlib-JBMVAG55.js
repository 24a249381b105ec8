import{a}from"./chunk-7AP7Y3UT.js";import"./chunk-OOJM4CTU.js";export default a();

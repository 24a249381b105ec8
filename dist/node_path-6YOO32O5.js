import{a}from"./chunk-5TQC3S4D.js";import"./chunk-OOJM4CTU.js";export default a();

import{a}from"./chunk-RCHYHN2C.js";import"./chunk-QE4XKEQU.js";import"./chunk-OOJM4CTU.js";export{a as FORMATS};

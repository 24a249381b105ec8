import{a}from"./chunk-GV2EFVFU.js";import"./chunk-26HDGRIY.js";import"./chunk-QE4XKEQU.js";import"./chunk-OOJM4CTU.js";export{a as FORMATS};

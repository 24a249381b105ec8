import{a}from"./chunk-PBVXM733.js";import"./chunk-NAPVXTY5.js";import"./chunk-26HDGRIY.js";import"./chunk-QE4XKEQU.js";import"./chunk-IYWUY3VA.js";export{a as FORMATS};

import{a,b,c}from"./chunk-UMJHNQD3.js";import"./chunk-3K3ZIN4S.js";import"./chunk-QE4XKEQU.js";import"./chunk-OOJM4CTU.js";export{b as safeLine,a as safeText,c as safeTextWithout};

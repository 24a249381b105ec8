import{a,b,c}from"./chunk-UMJHNQD3.js";import"./chunk-3K3ZIN4S.js";import"./chunk-QE4XKEQU.js";import"./chunk-IYWUY3VA.js";export{b as safeLine,a as safeText,c as safeTextWithout};

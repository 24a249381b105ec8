import{a,b,c}from"./chunk-SUODB7ON.js";import"./chunk-ZY6PH4FG.js";import"./chunk-QE4XKEQU.js";import"./chunk-VUJKWCT3.js";export{b as safeLine,a as safeText,c as safeTextWithout};

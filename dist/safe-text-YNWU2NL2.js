import{a,b,c}from"./chunk-I64MSE7O.js";import"./chunk-LWVR7YPH.js";import"./chunk-QE4XKEQU.js";import"./chunk-VUJKWCT3.js";export{b as safeLine,a as safeText,c as safeTextWithout};

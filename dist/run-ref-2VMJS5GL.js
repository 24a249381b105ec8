import{a,b,c}from"./chunk-5WRYZWTG.js";import"./chunk-2MLYU5W2.js";import"./chunk-VUJKWCT3.js";export{a as looksLikeRunRef,c as parseRepository,b as parseRunRef};

import{a}from"./chunk-RQUTO6BP.js";import"./chunk-2MLYU5W2.js";import"./chunk-VUJKWCT3.js";export{a as writeWhole};

import{a,b,c}from"./chunk-5SZNRP6M.js";import"./chunk-2MLYU5W2.js";import"./chunk-VUJKWCT3.js";export{a as isBusy,b as isDamaged,c as sqliteTrouble};

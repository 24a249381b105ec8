import{b as a,c as b}from"./chunk-X3BJW2CL.js";import"./chunk-A65URUL5.js";import"./chunk-ORHRXTG3.js";import"./chunk-2MLYU5W2.js";import"./chunk-IYWUY3VA.js";export{b as createStore,a as openStore};

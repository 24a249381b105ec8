import{b as a,c as b}from"./chunk-VW77PSGK.js";import"./chunk-PMF3TGQ4.js";import"./chunk-ORHRXTG3.js";import"./chunk-2MLYU5W2.js";import"./chunk-IYWUY3VA.js";export{b as createStore,a as openStore};

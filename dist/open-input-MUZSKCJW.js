import{b as a,c as b}from"./chunk-OEYE27SB.js";import"./chunk-H7SWFRNS.js";import"./chunk-PQUJZ7HL.js";import"./chunk-2MLYU5W2.js";import"./chunk-VUJKWCT3.js";export{a as openInput,b as openStream};

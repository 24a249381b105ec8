import{a}from"./chunk-IE4HB5OI.js";import"./chunk-42FVH4K5.js";import"./chunk-PQUJZ7HL.js";import"./chunk-2MLYU5W2.js";import"./chunk-IYWUY3VA.js";export{a as readXmlFiles};

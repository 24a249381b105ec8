import{a}from"./chunk-BC5ONRP5.js";import"./chunk-42FVH4K5.js";import"./chunk-PQUJZ7HL.js";import"./chunk-2MLYU5W2.js";import"./chunk-VUJKWCT3.js";export{a as readXmlFiles};

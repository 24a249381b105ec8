import{a}from"./chunk-4ALBG3W5.js";import"./chunk-H7SWFRNS.js";import"./chunk-PQUJZ7HL.js";import"./chunk-2MLYU5W2.js";import"./chunk-VUJKWCT3.js";export{a as readXmlFiles};

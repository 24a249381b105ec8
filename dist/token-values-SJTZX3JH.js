import{a}from"./chunk-KEUTVUHS.js";import"./chunk-IYWUY3VA.js";export{a as tokenValues};

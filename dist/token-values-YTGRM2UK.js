import{a}from"./chunk-KEUTVUHS.js";import"./chunk-OOJM4CTU.js";export{a as tokenValues};

import{a}from"./chunk-KEUTVUHS.js";import"./chunk-VUJKWCT3.js";export{a as tokenValues};

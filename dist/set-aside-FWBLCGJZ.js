import{a}from"./chunk-EUMZMNFF.js";import"./chunk-KCHG6TID.js";import"./chunk-IYWUY3VA.js";export{a as setAside};

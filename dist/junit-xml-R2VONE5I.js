import{a,b}from"./chunk-G7NQOEP2.js";import"./chunk-BYXBJQAS.js";import"./chunk-IYWUY3VA.js";export{b as junitResults,a as parseJunitXml};

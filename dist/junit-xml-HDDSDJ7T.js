import{a,b}from"./chunk-G7NQOEP2.js";import"./chunk-BYXBJQAS.js";import"./chunk-VUJKWCT3.js";export{b as junitResults,a as parseJunitXml};

import{a,b}from"./chunk-NBYUIIZX.js";import"./chunk-IYWUY3VA.js";export{b as junitResults,a as parseJunitXml};

import{a}from"./chunk-ZDWWJVLE.js";import"./chunk-IYWUY3VA.js";export{a as frameworks};

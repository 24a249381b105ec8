import{a}from"./chunk-ROAVMPRS.js";import"./chunk-IYWUY3VA.js";export{a as loadSqlite};

import{a}from"./chunk-TSZVPNAX.js";import"./chunk-IYWUY3VA.js";export{a as loadSqlite};

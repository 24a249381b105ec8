import{a}from"./chunk-XE2MDKN4.js";import"./chunk-RUH7C7MT.js";import"./chunk-ORHRXTG3.js";import"./chunk-AQWUYOBG.js";import"./chunk-2MLYU5W2.js";import"./chunk-IYWUY3VA.js";export{a as openSqlite};

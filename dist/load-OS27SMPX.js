import{a}from"./chunk-ROAVMPRS.js";import"./chunk-VUJKWCT3.js";export{a as loadSqlite};

import{a}from"./chunk-M33ZVXUS.js";import"./chunk-7AYPR73E.js";import"./chunk-QE4XKEQU.js";import"./chunk-OOJM4CTU.js";export{a as safeText};

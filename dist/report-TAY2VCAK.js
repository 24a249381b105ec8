import{a}from"./chunk-GA5OJH2Q.js";import"./chunk-SMK3UI2T.js";import"./chunk-NAPVXTY5.js";import"./chunk-26HDGRIY.js";import"./chunk-QE4XKEQU.js";import"./chunk-IYWUY3VA.js";export{a as FORMATS};

import{a as t}from"./chunk-7AYPR73E.js";import{a as r,c as o}from"./chunk-QE4XKEQU.js";var n=i=>o(r(t(i)));export{n as a};

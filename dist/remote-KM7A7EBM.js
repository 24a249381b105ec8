import{a}from"./chunk-M4NDLOFW.js";import"./chunk-VUJKWCT3.js";export{a as findRemote};

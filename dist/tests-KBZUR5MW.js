import{a}from"./chunk-ZDWWJVLE.js";import"./chunk-VUJKWCT3.js";export{a as frameworks};

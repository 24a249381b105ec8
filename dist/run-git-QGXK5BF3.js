import{a,b}from"./chunk-42J7AS6N.js";import"./chunk-2MLYU5W2.js";import"./chunk-VUJKWCT3.js";export{a as ownGit,b as runGit};

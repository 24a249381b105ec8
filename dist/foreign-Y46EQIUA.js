import{a,b,c}from"./chunk-XSGTBI7K.js";import"./chunk-5SZNRP6M.js";import"./chunk-2MLYU5W2.js";import"./chunk-VUJKWCT3.js";export{a as checkMagic,c as checkTables,b as checkThere};

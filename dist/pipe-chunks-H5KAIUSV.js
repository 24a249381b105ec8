import{a}from"./chunk-3PRN7LMN.js";import"./chunk-PQUJZ7HL.js";import"./chunk-2MLYU5W2.js";import"./chunk-VUJKWCT3.js";export{a as pipeChunks};

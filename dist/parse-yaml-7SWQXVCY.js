import{a}from"./chunk-2P37I7MM.js";import"./chunk-UOZLVRPR.js";import"./chunk-O7SAHC4D.js";import"./chunk-VUJKWCT3.js";export{a as parseYaml};

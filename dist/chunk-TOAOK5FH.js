import{b as e}from"./chunk-SUODB7ON.js";var c=(r,o)=>({show:s=>r.show(s,t=>e(t,o)),clear:()=>r.clear()});export{c as a};

import{b as e}from"./chunk-I64MSE7O.js";var c=(r,o)=>({show:s=>r.show(s,t=>e(t,o)),clear:()=>r.clear()});export{c as a};

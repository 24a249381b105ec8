import{b as e}from"./chunk-UMJHNQD3.js";var c=(r,o)=>({show:s=>r.show(s,t=>e(t,o)),clear:()=>r.clear()});export{c as a};

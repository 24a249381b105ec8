import{a as u}from"./chunk-VLGJKNPL.js";import{b as m}from"./chunk-XI2F7QWR.js";import{a as p}from"./chunk-RYR6IACN.js";import"./chunk-2SIRHIXC.js";import"./chunk-G5JV7EKX.js";import"./chunk-EGSOLJU7.js";import{a as c}from"./chunk-I64MSE7O.js";import"./chunk-363RMYDG.js";import"./chunk-KEUTVUHS.js";import"./chunk-3ZC5R3R5.js";import"./chunk-ZC46K73G.js";import"./chunk-LWVR7YPH.js";import"./chunk-QE4XKEQU.js";import"./chunk-2MLYU5W2.js";import"./chunk-XQ5Q6TUJ.js";import"./chunk-IYWUY3VA.js";var $=(n,e)=>u(n,e,async({store:i,tell:r})=>{let t=await i.check();if(e.out.write(n.json?`${JSON.stringify(t,null,2)}
`:c(d(t))),t.mistakes.length===0)return"nothing failed";if(t.isFile){await i.close();let s=await m(),{aside:o,attempts:a}=await s(t.place,{tell:r,now:e.now});r(`${t.place} is set aside as ${o}; ${a} attempts of it are saved into a new history`)}return"failure found"});function d({place:n,sizeBytes:e,mistakes:i,rows:r}){let t=Object.entries(r).map(([o,a])=>`  ${o.padEnd(12)} ${String(a).padStart(10)}
`),s=i.length===0?"\u2714 the history is sound":i.map(o=>`\u2716 ${o}`).join(`
`);return`${n} (${p(e)})
${t.join("")}${s}
`}export{$ as runStoreCheck};

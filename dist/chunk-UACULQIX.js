import{a as e}from"./chunk-ZFSINDKS.js";import{a as o}from"./chunk-26HDGRIY.js";function p(r,{out:n,progress:i,redact:t}){i.clear(),n.write(typeof r=="string"?t(r):`${o(JSON.stringify(e(r,t),null,2))}
`)}export{p as a};

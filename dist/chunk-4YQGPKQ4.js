function s(t,r){if(t.length<=r)return t;let n=t.slice(0,r-1),e=Math.max(n.lastIndexOf(" "),n.lastIndexOf(`
`));return`${e>0&&e>=n.length-1e3?n.slice(0,e):n.toWellFormed()}\u2026`}export{s as a};

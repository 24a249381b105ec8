function i(n,t=256e3){let e=t;return n.map(({file:u,patch:o})=>{let r=o===void 0?void 0:d(o,Math.min(16e3,e));return e-=r?.length??0,r?{file:u,patch:r}:{file:u}})}function d(n,t){if(n.length<=t)return n;let e=n.lastIndexOf(`
`,t);return e>0?n.slice(0,e):void 0}export{i as a};

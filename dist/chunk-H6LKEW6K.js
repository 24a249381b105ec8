function o(n,m,r=()=>1){let e=[],a=0;async function i(){if(e.length===0)return;let t=e;e=[],a=0,await n(t)}return{async add(t){e.push(t),a+=r(t),a>=m&&await i()},end:i}}export{o as a};

function u({logs:r},s){let{failures:e,highlights:i,tests:o}=s,l=new Set;for(let{lines:n}of[...e,...i,...o.flatMap(({failedTests:t})=>t)])if(n)for(let t=n[0]-2;t<=Math.min(n[1],n[0]+a)+2;t++)l.add(t);return r.flatMap(({lines:n})=>f(n.filter(({n:t})=>l.has(t))))}var a=200;function f(r){let s=[],e=-1;for(let{n:i,text:o}of r)i===e?s.push(`${s.pop()}
${o}`):s.push(o),e=i+1;return s}export{u as a};

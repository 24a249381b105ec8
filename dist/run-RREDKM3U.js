import{b as q}from"./chunk-MVNBKMPM.js";import{a as Y,b as G,c as V}from"./chunk-KT4JT745.js";import{h as P}from"./chunk-OC6WVMKJ.js";import{a as U}from"./chunk-VLGJKNPL.js";import{a as E}from"./chunk-T3KVB7AN.js";import{a as F}from"./chunk-LAPOYKRC.js";import"./chunk-XI2F7QWR.js";import"./chunk-2SIRHIXC.js";import"./chunk-G5JV7EKX.js";import"./chunk-EGSOLJU7.js";import{b as I}from"./chunk-I64MSE7O.js";import{k as A}from"./chunk-363RMYDG.js";import"./chunk-KEUTVUHS.js";import{d as L}from"./chunk-XI5PUELR.js";import"./chunk-ZKIQ2JYL.js";import{a as f,b as y,c as b,e as C,f as M,g as O,h as k}from"./chunk-IHK2HHUV.js";import{a as W}from"./chunk-I7YR7TSH.js";import{a as T,b as z}from"./chunk-T7XBGYIS.js";import"./chunk-3ZC5R3R5.js";import{d as J}from"./chunk-I4E3BEJH.js";import{a as B}from"./chunk-ZZULLOAU.js";import{a as H}from"./chunk-ZC46K73G.js";import"./chunk-LWVR7YPH.js";import{a as m,b as _}from"./chunk-SMK3UI2T.js";import"./chunk-QE4XKEQU.js";import"./chunk-2MLYU5W2.js";import"./chunk-XQ5Q6TUJ.js";import"./chunk-IYWUY3VA.js";var K=process.getBuiltinModule("node:path").resolve;var le=60;async function Z(e){let t=[];for await(let o of J(e))t.push(me(o));return t.sort((o,s)=>s.failed-o.failed||s.runs-o.runs)}function me(e){let{repository:t,workflow:o,job:s}=e[0]??{repository:"",workflow:"",job:""},a=e.map(({conclusion:r})=>B(r)),n=e.flatMap(({durationMs:r},l)=>a[l]==="passed"&&r!==null?[r]:[]);return{repository:t,workflow:o,job:s,runs:a.filter(r=>r!==null).length,failed:a.filter(r=>r==="failed").length,durationP50Ms:R(T(n)),durationP95Ms:R(z(n,.95)),queuedP50Ms:R(T(e.flatMap(({queuedMs:r})=>r??[]))),tests:e.findLast(({tests:r})=>r!==null)?.tests??null,recentMs:n.slice(-le),lastOutcome:a.findLast(r=>r!==null)??null,lastMs:e.at(-1)?.startedMs??null}}var R=e=>Number.isNaN(e)?null:Math.round(e);var w={runs:20,jobs:50,failures:15,anomalies:30};async function Q(e,t,o){let s=await W(e.jobs(t)),[a,n]=await Promise.all([e.plans(t),e.outcomes(t)]),r=await V(e,G(s,w.runs),t),l=await Z(e.jobs(t)),d=await L(e,t,o),[u,$]=[s[0],s.at(-1)];return{scope:[t.repository,t.workflow,t.job].filter(i=>i!==void 0),from:u?new Date(u.startedMs).toISOString():null,to:$?new Date($.startedMs).toISOString():null,trends:q(s,{plans:a,outcomes:n}),jobs:l.slice(0,w.jobs),moreJobs:Math.max(0,l.length-w.jobs),failures:await F(e.failures(t),w.failures),anomalies:d.slice(-w.anomalies).reverse(),moreAnomalies:Math.max(0,d.length-w.anomalies),workflows:Y(s,r,w.runs)}}var g=100;function ee(e,t){let{title:o,summary:s,labels:a,series:n,write:r}=e,l=Math.max(0,...n.flatMap(({values:c})=>c.filter(Number.isFinite))),d=e.high??(e.kind==="ms"?fe(l):D(l)),u=Math.max(1,a.length),$=n.map(c=>c.look.endsWith("bars")?de(c,d):ue(c,d)),i=n.length>1?`<ul class="legend">${n.map(({name:c,look:S})=>`<li><i class="${S}"></i>${m(c)}</li>`).join("")}</ul>`:"",[p="",h=""]=[a[0],a.at(-1)],x=a.length>4?`<span>${m(a[a.length>>1]??"")}</span>`:"";return`<figure class="chart">
<figcaption><h3 id="${t}">${m(o)}</h3>${i}</figcaption>
<div class="plot">
<div class="high" aria-hidden="true"><span>${m(r(d))}</span><span>${m(r(d/2))}</span><span>${m(r(0))}</span></div>
<svg role="img" aria-labelledby="${t} ${t}-what" viewBox="0 0 ${u} ${g}" preserveAspectRatio="none">
<desc id="${t}-what">${m(s)}</desc>
<path class="grid" d="M0 0.5H${u}M0 50H${u}M0 99.5H${u}"/>
${$.join(`
`)}
${a.map((c,S)=>pe(c,S,e)).join(`
`)}
</svg>
<div class="across" aria-hidden="true"><span>${m(p)}</span>${x}<span>${a.length>1?m(h):""}</span></div>
</div>
<details><summary>The same as a table</summary>
${ce(e)}
</details>
</figure>`}function te(e,t){if(e.length<2)return"";let[o,s]=[Math.min(...e),Math.max(...e)],a=e.map(n=>s>o?(n-o)/(s-o)*88+6:50);return`<svg class="spark" role="img" aria-label="${m(t)}" viewBox="0 0 ${e.length-1} ${g}" preserveAspectRatio="none"><path class="line" d="M${a.map((n,r)=>`${r} ${j(g-n)}`).join("L")}"/></svg>`}function de({values:e,look:t},o){let s=e.map((a,n)=>{let r=j(a/o*g);return a>0?`M${n+.12} ${g}V${j(g-r)}H${n+.88}V${g}Z`:""});return`<path class="${t}" d="${s.join("")}"/>`}function ue({values:e,look:t},o){let s=!1,a=e.map((n,r)=>{if(Number.isNaN(n))return s=!1,"";let l=j(g-n/o*g),u=!s&&!Number.isFinite(e[r+1])?`M${r+.2} ${l}H${r+.8}`:`${s?"L":"M"}${r+.5} ${l}`;return s=!0,u});return`<path class="${t}" d="${a.join("")}"/>`}function pe(e,t,{series:o,write:s}){let a=o.map(({name:n,values:r})=>`${n}: ${s(r[t]??Number.NaN)}`);return`<rect class="hover" x="${t}" y="0" width="1" height="${g}"><title>${m(`${e}\u2002${a.join(", ")}`)}</title></rect>`}function ce({labels:e,series:t,write:o,title:s}){let a=t.map(({name:r})=>`<th scope="col" class="number">${m(r)}</th>`).join(""),n=e.map((r,l)=>`<tr><th scope="row">${m(r)}</th>${t.map(({values:d})=>`<td class="number">${m(o(d[l]??Number.NaN))}</td>`).join("")}</tr>`);return`<div class="scroll" role="region" aria-label="${m(s)}" tabindex="0"><table><thead><tr><th scope="col">from</th>${a}</tr></thead><tbody>${n.join(`
`)}</tbody></table></div>`}var he=[...[1,2,4,6,10,20,30,40].map(e=>e*1e3),...[1,2,4,6,10,16,20,30,40].map(e=>e*6e4),...[1,2,4,6,8,12,16,24,36].map(e=>e*36e5)],X=864e5,fe=e=>e<1e3?D(e):he.find(t=>t>=e)??D(e/X)*X,be=1e-300;function D(e){if(!(e>be))return 1;let t=10**Math.floor(Math.log10(e));return t*([1,2,3,4,5,6,8,10].find(o=>o*t>=e*.999)??10)}var j=e=>Math.round(e*100)/100;function oe({by:e,periods:t}){let[o,s]=[t[0],t.at(-1)];if(!o||!s)return"";let a=t.map(({start:i})=>i),n=i=>t.map(p=>i(p)??Number.NaN),r=(i,p,h)=>({name:i,look:p,values:n(h)}),l=(i,p,h,x)=>({title:i,summary:`${i} by ${e}, ${o.start} to ${s.start}. ${h.map(c=>ge(c,re[p])).join(" ")}`,labels:a,series:h,kind:p,write:re[p],...x!==void 0&&{high:x}}),d=r("lost","bad-bars",i=>i.minutesLost),u=t.some(({minutesSaved:i})=>i>0);return`<div class="charts">
${[l("Success rate","share",[r("passed at last","line",i=>i.successRate),r("passed at first","second-line",i=>i.firstTimeRate)],1),l("Duration","ms",[r("median","line",i=>i.durationP50Ms),r("95 % within","second-line",i=>i.durationP95Ms)]),l("Runs","number",[r("runs","bars",i=>i.runs),r("failed","bad-bars",i=>i.failed)]),l("Flake rate","share",[r("failed, then passed unchanged","bars",i=>i.flakeRate)]),l("Time to repair","ms",[r("from red to green","bars",i=>i.mttrMs)]),u?l("Minutes lost and saved","number",[d,r("saved","line",i=>i.minutesSaved)]):l("Minutes lost to re-runs","number",[d])].map((i,p)=>ee(i,`chart-${p}`)).join(`
`)}
</div>`}var re={number:b,share:y,ms:e=>f(e).replace(/ 0+[a-z]$/,"")};function ge({name:e,values:t},o){let s=t.filter(r=>!Number.isNaN(r));if(s.length===0)return`${e}: not known.`;let[a,n]=[Math.min(...s),Math.max(...s)];return`${e}: between ${o(a)} and ${o(n)}, ${o(s.at(-1)??0)} at the end.`}var ne=e=>m(e).replace(/\b\d{4}-\d\d-\d\d(?: \d\d:\d\d)?\b/g,"<time>$&</time>"),v=(e,t,o)=>t===""?"":`<section aria-labelledby="${o}"><h2 id="${o}">${m(e)}</h2>
${t}
</section>`;function N(e,t,o){let s=({isNumber:r,isLong:l})=>r?' class="number"':l?' class="long"':"",a=o.map(r=>`<th scope="col"${s(r)}>${m(r.title)}</th>`).join(""),n=t.map(r=>`<tr>${o.map(l=>`<td${s(l)}>${l.html(r)}</td>`).join("")}</tr>`);return`<div class="scroll" role="region" aria-label="${m(e)}" tabindex="0"><table>
<thead><tr>${a}</tr></thead>
<tbody>
${n.join(`
`)}
</tbody>
</table></div>`}var se=`
:root{--page:#fff;--ink:#1c2128;--soft:#59636e;--line:#d8dee4;--block:#f6f8fa;--bad:#b42318;--good:#1a6e35;--doubtful:#8a5700;--first:#2563c9;--second:#b45f06;--bar:#5b86c9;--bad-bar:#d0574c}
@media (prefers-color-scheme:dark){:root{--page:#0f1318;--ink:#e4e9ef;--soft:#98a2ae;--line:#2b323b;--block:#171c23;--bad:#ff8d83;--good:#6fd08c;--doubtful:#e3b341;--first:#6ea8ff;--second:#f0a35b;--bar:#4f7fc4;--bad-bar:#d9675c}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:76rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .25rem;overflow-wrap:anywhere}
h2{font-size:1.125rem;margin:0 0 .75rem;overflow-wrap:anywhere}
h3{font-size:.9375rem;margin:0}
p{margin:0 0 .5rem;overflow-wrap:anywhere}
header p,small,footer,time,summary,.anomalies b{color:var(--soft);font-size:.875rem}
header{margin-bottom:1.25rem}
section{margin:0 0 2.25rem}
.bad,.anomalies b.bad{color:var(--bad)}.good{color:var(--good)}.doubtful{color:var(--doubtful)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.75rem;margin:0 0 2.25rem}
.tiles div{background:var(--block);border:1px solid var(--line);border-radius:8px;padding:.75rem 1rem}
.tiles dt,.tiles dd+dd{color:var(--soft);font-size:.8125rem}
.tiles dd{margin:0}
.tiles dt+dd{font-size:1.375rem;font-weight:600;line-height:1.3;font-variant-numeric:tabular-nums}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));gap:1.5rem 2rem}
.chart{margin:0;min-width:0}
figcaption{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.125rem 1rem;margin-bottom:.5rem}
.legend{display:flex;flex-wrap:wrap;gap:.125rem 1rem;list-style:none;margin:0;padding:0;color:var(--soft);font-size:.8125rem}
.legend i{display:inline-block;width:.9rem;height:.2rem;margin-right:.4rem;vertical-align:middle;background:var(--first)}
.legend i.second-line{background:repeating-linear-gradient(90deg,var(--second) 0 4px,transparent 4px 6px)}
.legend i.bars,.legend i.bad-bars{height:.7rem;border-radius:2px;background:var(--bar)}
.legend i.bad-bars{background:var(--bad-bar)}
.plot{display:grid;grid-template-columns:auto 1fr;gap:.25rem .5rem;color:var(--soft);font-size:.75rem;font-variant-numeric:tabular-nums}
.high{display:flex;flex-direction:column;justify-content:space-between;text-align:right;line-height:1;margin:-.375rem 0;min-width:3.25rem;white-space:nowrap}
.plot svg{display:block;width:100%;height:9rem}
.across{grid-column:2;display:flex;justify-content:space-between}
path{vector-effect:non-scaling-stroke;fill:none}
.grid{stroke:var(--line);stroke-width:1}
path.line,path.second-line{stroke:var(--first);stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
path.second-line{stroke:var(--second);stroke-dasharray:5 4;stroke-width:1.75}
path.bars{fill:var(--bar)}path.bad-bars{fill:var(--bad-bar)}
.hover{fill:var(--ink);opacity:0}.hover:hover{opacity:.08}
.spark{display:block;width:9rem;height:1.5rem}
.spark path.line{stroke-width:1.25}
details{margin-top:.5rem}
summary{cursor:pointer}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:8px}
details .scroll{max-height:24rem;overflow-y:auto}
table{border-collapse:collapse;width:100%;font-size:.875rem;font-variant-numeric:tabular-nums}
th,td{padding:.4rem .75rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
td{overflow-wrap:break-word;max-width:32rem}
tbody tr:last-child>*{border-bottom:0}
thead th{position:sticky;top:0;background:var(--block);color:var(--soft);font-weight:500;white-space:nowrap;z-index:1}
tbody th{font-weight:400;white-space:nowrap}
.long{min-width:16rem}
.number{text-align:right;white-space:nowrap}
time{white-space:nowrap}.anomalies p+p time{font-size:inherit;color:inherit}
.anomalies{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));gap:.75rem 2rem}
.anomalies li{border-left:3px solid var(--line);padding-left:.75rem}
.anomalies li:has(.bad){border-color:var(--bad-bar)}
.anomalies p{margin:0}
footer{border-top:1px solid var(--line);padding-top:.75rem}
:focus-visible{outline:2px solid var(--first);outline-offset:2px}
@media (max-width:40rem){.scroll table{width:max-content;min-width:100%}.scroll td{max-width:22rem}main{padding:1.25rem .9rem 3rem}h1{font-size:1.25rem}.tiles{grid-template-columns:1fr 1fr;gap:.5rem}.tiles div{padding:.6rem .75rem}.tiles dt+dd{font-size:1.125rem}.plot svg{height:7.5rem}}
@media print{.scroll,details .scroll{overflow:visible;max-height:none}}
`;function ae(e){let{trends:t,scope:o}=e,s=`CI history${o.length>0?` of ${M(...o)}`:""}`,a=[$e(s,e),t.total?ye(t.total):"<p>The history holds no such runs.</p>",v("Over time",oe(t),"trends"),v("Unusual",we(e),"anomalies"),v("Jobs",xe(e),"jobs"),v("What fails most",ve(e),"failures"),...e.workflows.map((n,r)=>v(`Newest runs of ${M(n.repository,n.workflow)||"all"}`,Me(n),`runs-${r}`)),"<footer>Times in UTC. Minutes are those of machines.</footer>"];return _({title:s,style:se,body:a})}function $e(e,{from:t,to:o,trends:s}){let a=t&&o?`<p>${k(t)} to ${k(o)}, by ${s.by}</p>`:"";return`<header><h1>${m(e)}</h1>${a}</header>`}function ye(e){let{runs:t,failed:o,successRate:s,firstTimeRate:a,flakeRate:n,durationP50Ms:r,durationP95Ms:l,mttrMs:d,repairs:u,minutesLost:$,minutesSaved:i}=e;return`<dl class="tiles">${[["Passed",y(s),`${y(a)} at the first attempt`],["Runs",b(t),`${b(o)} failed`],["Flaky",y(n),"failed, then passed unchanged"],["Duration",f(r),`95 % within ${f(l)}`],["Time to repair",f(d),O(u,"repair")],["Minutes lost",b($),`${b(i)} saved`]].map(([h,x,c])=>`<div><dt>${h}</dt><dd>${m(x)}</dd><dd>${m(c)}</dd></div>`).join("")}</dl>`}function we({anomalies:e,moreAnomalies:t}){if(e.length===0)return"";let o=e.map(({at:r,since:l,until:d,repository:u,workflow:$,job:i,explanation:p})=>{let h=l!==null&&!d?'<b class="bad">lasts</b>':`<b>${l===null?"once":"ended"}</b>`;return`<li><p><time>${r?k(r):""}</time> ${h} ${m(M(u,$,i))}</p><p>${ne(p)}</p></li>`}),[s,a]=[o.slice(0,8),o.slice(8)],n=a.length>0?`<details><summary>${a.length} earlier</summary><ul class="anomalies">${a.join(`
`)}</ul></details>`:"";return`<ul class="anomalies">${s.join(`
`)}</ul>${n}${t>0?`<p>and ${t} before those</p>`:""}`}function xe({jobs:e,moreJobs:t,workflows:o}){if(e.length===0)return"";let s=o.length===1;return`${N("Jobs",e,[{title:"job",html:({repository:n,workflow:r,job:l})=>`<b>${m(l)}</b>${s?"":` <small>${m(M(n,r))}</small>`}`},{title:"runs",html:({runs:n})=>b(n),isNumber:!0},{title:"failed",html:({runs:n,failed:r})=>`<span class="${je(r/n)}">${y(n>0?r/n:null)}</span>`,isNumber:!0},{title:"median",html:({durationP50Ms:n})=>f(n),isNumber:!0},{title:"p95",html:({durationP95Ms:n})=>f(n),isNumber:!0},{title:"newest durations",html:({job:n,recentMs:r})=>te(r,`Durations of the newest ${r.length} green runs of ${n}`)},{title:"waits",html:({queuedP50Ms:n})=>f(n),isNumber:!0},{title:"tests",html:({tests:n})=>b(n),isNumber:!0},{title:"last",html:({lastOutcome:n})=>ie(n)}])}${t>0?`<p>and ${t} more</p>`:""}`}function ve({failures:e}){return e.length===0?"":N("What fails most",e,[{title:"runs",html:({runs:t})=>b(t),isNumber:!0},{title:"failure",html:({title:t})=>m(t),isLong:!0},{title:"category",html:({category:t})=>m(t)},{title:"jobs",html:({jobs:t})=>m(t.join(", "))},{title:"last seen",html:({lastRun:t,lastMs:o})=>`${o===null?"":`<time>${C(o).slice(0,10)}</time> `}run ${t}`}])}function Me({recent:e}){return N("Newest runs",e,[{title:"run",html:({run:t})=>String(t),isNumber:!0},{title:"when",html:({at:t})=>`<time>${C(Date.parse(t))}</time>`},{title:"outcome",html:({outcome:t,recovered:o})=>ie(t==="passed"&&o?"flaky":t)},{title:"took",html:({durationMs:t})=>f(t),isNumber:!0},{title:"tries",html:({attempts:t})=>String(t),isNumber:!0},{title:"branch",html:({branch:t,pullRequest:o})=>m(o===null?t??"":`#${o}`)},{title:"what failed",isLong:!0,html:({failures:t,failedJobs:o})=>m([o.join(", "),t.join("; ")].filter(Boolean).join(": "))}])}var ke={passed:"good",failed:"bad",flaky:"doubtful"},ie=e=>e===null?"\u2013":`<span class="${ke[e]}">${e}</span>`,je=e=>e>.3?"bad":e>.1?"doubtful":"good";var lt=(e,t)=>U({...e,output:e.html},t,async({store:o,redact:s})=>{let a=E(t.progress,s),n=P(e,t),r=await Q(o,n,d=>a.show(`looking at ${d}`));return await(await A())(K(t.directory,e.html),ae(H(r,s))),a.clear(),t.out.write(`${I(e.html)} is written
`),"nothing failed"});export{lt as runReport};

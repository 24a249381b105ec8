import{a as Y,b as G,c as K}from"./chunk-KT4JT745.js";import{b as Z}from"./chunk-MVNBKMPM.js";import{h as P}from"./chunk-IMGLE2X3.js";import{a as V}from"./chunk-GLIPV2EV.js";import{a as q}from"./chunk-LAPOYKRC.js";import"./chunk-7DRSWKVE.js";import{a as B}from"./chunk-FIHCG3DG.js";import"./chunk-FH3WWNT6.js";import"./chunk-ZJD26HPC.js";import"./chunk-JREYIDDS.js";import{b as U}from"./chunk-UMJHNQD3.js";import{k as L}from"./chunk-J7KCADID.js";import"./chunk-KEUTVUHS.js";import"./chunk-SNAXZ5EH.js";import{d as A}from"./chunk-JY726RZA.js";import{a as f,b as $,c as b,e as C,f as k,g as O,h as M}from"./chunk-IHK2HHUV.js";import{a as J}from"./chunk-I7YR7TSH.js";import"./chunk-ZKIQ2JYL.js";import{a as T,b as W}from"./chunk-T7XBGYIS.js";import{d as H}from"./chunk-I4E3BEJH.js";import{a as z}from"./chunk-ZZULLOAU.js";import{a as E}from"./chunk-2ECKZTJH.js";import"./chunk-B3G7SBJT.js";import"./chunk-3K3ZIN4S.js";import{b as _,c as F,d as I}from"./chunk-QE4XKEQU.js";import{a as ue}from"./chunk-AGYE43F3.js";import"./chunk-2MLYU5W2.js";import"./chunk-XQ5Q6TUJ.js";import{d as de}from"./chunk-IYWUY3VA.js";var me=de(ue(),1);var ce=60;async function Q(e){let t=[];for await(let n of H(e))t.push(pe(n));return t.sort((n,a)=>a.failed-n.failed||a.runs-n.runs)}function pe(e){let{repository:t,workflow:n,job:a}=e[0]??{repository:"",workflow:"",job:""},s=e.map(({conclusion:r})=>z(r)),o=e.flatMap(({durationMs:r},m)=>s[m]==="passed"&&r!==null?[r]:[]);return{repository:t,workflow:n,job:a,runs:s.filter(r=>r!==null).length,failed:s.filter(r=>r==="failed").length,durationP50Ms:R(T(o)),durationP95Ms:R(W(o,.95)),queuedP50Ms:R(T(e.flatMap(({queuedMs:r})=>r??[]))),tests:e.findLast(({tests:r})=>r!==null)?.tests??null,recentMs:o.slice(-ce),lastOutcome:s.findLast(r=>r!==null)??null,lastMs:e.at(-1)?.startedMs??null}}var R=e=>Number.isNaN(e)?null:Math.round(e);var w={runs:20,jobs:50,failures:15,anomalies:30};async function X(e,t,n){let a=await J(e.jobs(t)),[s,o]=await Promise.all([e.plans(t),e.outcomes(t)]),r=await K(e,G(a,w.runs),t),m=await Q(e.jobs(t)),d=await A(e,t,n),[u,y]=[a[0],a.at(-1)];return{scope:[t.repository,t.workflow,t.job].filter(i=>i!==void 0),from:u?new Date(u.startedMs).toISOString():null,to:y?new Date(y.startedMs).toISOString():null,trends:Z(a,{plans:s,outcomes:o}),jobs:m.slice(0,w.jobs),moreJobs:Math.max(0,m.length-w.jobs),failures:await q(e.failures(t),w.failures),anomalies:d.slice(-w.anomalies).reverse(),moreAnomalies:Math.max(0,d.length-w.anomalies),workflows:Y(a,r,w.runs)}}var l=e=>I(_(e)),ee=e=>l(e).replace(/\b\d{4}-\d\d-\d\d(?: \d\d:\d\d)?\b/g,"<time>$&</time>"),x=(e,t,n)=>t===""?"":`<section aria-labelledby="${n}"><h2 id="${n}">${l(e)}</h2>
${t}
</section>`;function j(e,t,n){let a=({isNumber:r})=>r?' class="number"':"",s=n.map(r=>`<th scope="col"${a(r)}>${l(r.title)}</th>`).join(""),o=t.map(r=>`<tr>${n.map(m=>`<td${a(m)}>${m.html(r)}</td>`).join("")}</tr>`);return`<div class="scroll" role="region" aria-label="${l(e)}" tabindex="0"><table>
<thead><tr>${s}</tr></thead>
<tbody>
${o.join(`
`)}
</tbody>
</table></div>`}var g=100;function re(e,t){let{title:n,summary:a,labels:s,series:o,write:r}=e,m=Math.max(0,...o.flatMap(({values:p})=>p.filter(Number.isFinite))),d=e.high??(e.kind==="ms"?$e(m):D(m)),u=Math.max(1,s.length),y=o.map(p=>p.look.endsWith("bars")?he(p,d):fe(p,d)),i=o.length>1?`<ul class="legend">${o.map(({name:p,look:N})=>`<li><i class="${N}"></i>${l(p)}</li>`).join("")}</ul>`:"",[c="",h=""]=[s[0],s.at(-1)],v=s.length>4?`<span>${l(s[s.length>>1]??"")}</span>`:"";return`<figure class="chart">
<figcaption><h3 id="${t}">${l(n)}</h3>${i}</figcaption>
<div class="plot">
<div class="high" aria-hidden="true"><span>${l(r(d))}</span><span>${l(r(d/2))}</span><span>${l(r(0))}</span></div>
<svg role="img" aria-labelledby="${t} ${t}-what" viewBox="0 0 ${u} ${g}" preserveAspectRatio="none">
<desc id="${t}-what">${l(a)}</desc>
<path class="grid" d="M0 0.5H${u}M0 50H${u}M0 99.5H${u}"/>
${y.join(`
`)}
${s.map((p,N)=>be(p,N,e)).join(`
`)}
</svg>
<div class="across" aria-hidden="true"><span>${l(c)}</span>${v}<span>${s.length>1?l(h):""}</span></div>
</div>
<details><summary>The same as a table</summary>
${ge(e)}
</details>
</figure>`}function ne(e,t){if(e.length<2)return"";let[n,a]=[Math.min(...e),Math.max(...e)],s=e.map(o=>a>n?(o-n)/(a-n)*88+6:50);return`<svg class="spark" role="img" aria-label="${l(t)}" viewBox="0 0 ${e.length-1} ${g}" preserveAspectRatio="none"><path class="line" d="M${s.map((o,r)=>`${r} ${S(g-o)}`).join("L")}"/></svg>`}function he({values:e,look:t},n){let a=e.map((s,o)=>{let r=S(s/n*g);return s>0?`M${o+.12} ${g}V${S(g-r)}H${o+.88}V${g}Z`:""});return`<path class="${t}" d="${a.join("")}"/>`}function fe({values:e,look:t},n){let a=!1,s=e.map((o,r)=>{if(Number.isNaN(o))return a=!1,"";let m=S(g-o/n*g),u=!a&&!Number.isFinite(e[r+1])?`M${r+.2} ${m}H${r+.8}`:`${a?"L":"M"}${r+.5} ${m}`;return a=!0,u});return`<path class="${t}" d="${s.join("")}"/>`}function be(e,t,{series:n,write:a}){let s=n.map(({name:o,values:r})=>`${o}: ${a(r[t]??Number.NaN)}`);return`<rect class="hover" x="${t}" y="0" width="1" height="${g}"><title>${l(`${e}\u2002${s.join(", ")}`)}</title></rect>`}function ge({labels:e,series:t,write:n,title:a}){let s=t.map(({name:r})=>`<th scope="col" class="number">${l(r)}</th>`).join(""),o=e.map((r,m)=>`<tr><th scope="row">${l(r)}</th>${t.map(({values:d})=>`<td class="number">${l(n(d[m]??Number.NaN))}</td>`).join("")}</tr>`);return`<div class="scroll" role="region" aria-label="${l(a)}" tabindex="0"><table><thead><tr><th scope="col">from</th>${s}</tr></thead><tbody>${o.join(`
`)}</tbody></table></div>`}var ye=[...[1,2,4,6,10,20,30,40].map(e=>e*1e3),...[1,2,4,6,10,16,20,30,40].map(e=>e*6e4),...[1,2,4,6,8,12,16,24,36].map(e=>e*36e5)],te=864e5,$e=e=>e<1e3?D(e):ye.find(t=>t>=e)??D(e/te)*te;function D(e){if(!(e>0))return 1;let t=10**Math.floor(Math.log10(e));return t*([1,2,3,4,5,6,8,10].find(n=>n*t>=e*.999)??10)}var S=e=>Math.round(e*100)/100;function ae({by:e,periods:t}){let[n,a]=[t[0],t.at(-1)];if(!n||!a)return"";let s=t.map(({start:i})=>i),o=i=>t.map(c=>i(c)??Number.NaN),r=(i,c,h)=>({name:i,look:c,values:o(h)}),m=(i,c,h,v)=>({title:i,summary:`${i} by ${e}, ${n.start} to ${a.start}. ${h.map(p=>we(p,oe[c])).join(" ")}`,labels:s,series:h,kind:c,write:oe[c],...v!==void 0&&{high:v}}),d=r("lost","bad-bars",i=>i.minutesLost),u=t.some(({minutesSaved:i})=>i>0);return`<div class="charts">
${[m("Success rate","share",[r("passed at last","line",i=>i.successRate),r("passed at first","second-line",i=>i.firstTimeRate)],1),m("Duration","ms",[r("median","line",i=>i.durationP50Ms),r("95 % within","second-line",i=>i.durationP95Ms)]),m("Runs","number",[r("runs","bars",i=>i.runs),r("failed","bad-bars",i=>i.failed)]),m("Flake rate","share",[r("failed, then passed unchanged","bars",i=>i.flakeRate)]),m("Time to repair","ms",[r("from red to green","bars",i=>i.mttrMs)]),u?m("Minutes lost and saved","number",[d,r("saved","line",i=>i.minutesSaved)]):m("Minutes lost to re-runs","number",[d])].map((i,c)=>re(i,`chart-${c}`)).join(`
`)}
</div>`}var oe={number:b,share:$,ms:e=>f(e).replace(/ 0+[a-z]$/,"")};function we({name:e,values:t},n){let a=t.filter(r=>!Number.isNaN(r));if(a.length===0)return`${e}: not known.`;let[s,o]=[Math.min(...a),Math.max(...a)];return`${e}: between ${n(s)} and ${n(o)}, ${n(a.at(-1)??0)} at the end.`}var se=`
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
.number{text-align:right;white-space:nowrap}
time{white-space:nowrap}.anomalies p+p time{font-size:inherit;color:inherit}
.anomalies{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));gap:.75rem 2rem}
.anomalies li{border-left:3px solid var(--line);padding-left:.75rem}
.anomalies li:has(.bad){border-color:var(--bad-bar)}
.anomalies p{margin:0}
footer{border-top:1px solid var(--line);padding-top:.75rem}
:focus-visible{outline:2px solid var(--first);outline-offset:2px}
@media (max-width:40rem){main{padding:1.25rem .9rem 3rem}h1{font-size:1.25rem}.tiles{grid-template-columns:1fr 1fr;gap:.5rem}.tiles div{padding:.6rem .75rem}.tiles dt+dd{font-size:1.125rem}.plot svg{height:7.5rem}}
@media print{.scroll,details .scroll{overflow:visible;max-height:none}}
`;function ie(e){let{trends:t,scope:n}=e,a=`CI history${n.length>0?` of ${k(...n)}`:""}`,s=[xe(a,e),t.total?ke(t.total):"<p>The history holds no such runs.</p>",x("Over time",ae(t),"trends"),x("Unusual",Me(e),"anomalies"),x("Jobs",je(e),"jobs"),x("What fails most",Se(e),"failures"),...e.workflows.map((o,r)=>x(`Newest runs of ${k(o.repository,o.workflow)||"all"}`,Ne(o),`runs-${r}`)),"<footer>Times in UTC. Minutes are those of machines.</footer>"];return F(`${ve}
<title>${l(a)}</title>
<style>${se}</style>
</head>
<body>
<main>
${s.filter(Boolean).join(`
`)}
</main>
</body>
</html>
`)}var ve=`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">`;function xe(e,{from:t,to:n,trends:a}){let s=t&&n?`<p>${M(t)} to ${M(n)}, by ${a.by}</p>`:"";return`<header><h1>${l(e)}</h1>${s}</header>`}function ke(e){let{runs:t,failed:n,successRate:a,firstTimeRate:s,flakeRate:o,durationP50Ms:r,durationP95Ms:m,mttrMs:d,repairs:u,minutesLost:y,minutesSaved:i}=e;return`<dl class="tiles">${[["Passed",$(a),`${$(s)} at the first attempt`],["Runs",b(t),`${b(n)} failed`],["Flaky",$(o),"failed, then passed unchanged"],["Duration",f(r),`95 % within ${f(m)}`],["Time to repair",f(d),O(u,"repair")],["Minutes lost",b(y),`${b(i)} saved`]].map(([h,v,p])=>`<div><dt>${h}</dt><dd>${l(v)}</dd><dd>${l(p)}</dd></div>`).join("")}</dl>`}function Me({anomalies:e,moreAnomalies:t}){if(e.length===0)return"";let n=e.map(({at:r,since:m,until:d,repository:u,workflow:y,job:i,explanation:c})=>{let h=m!==null&&!d?'<b class="bad">lasts</b>':`<b>${m===null?"once":"ended"}</b>`;return`<li><p><time>${r?M(r):""}</time> ${h} ${l(k(u,y,i))}</p><p>${ee(c)}</p></li>`}),[a,s]=[n.slice(0,8),n.slice(8)],o=s.length>0?`<details><summary>${s.length} earlier</summary><ul class="anomalies">${s.join(`
`)}</ul></details>`:"";return`<ul class="anomalies">${a.join(`
`)}</ul>${o}${t>0?`<p>and ${t} before those</p>`:""}`}function je({jobs:e,moreJobs:t,workflows:n}){if(e.length===0)return"";let a=n.length===1;return`${j("Jobs",e,[{title:"job",html:({repository:o,workflow:r,job:m})=>`<b>${l(m)}</b>${a?"":` <small>${l(k(o,r))}</small>`}`},{title:"runs",html:({runs:o})=>b(o),isNumber:!0},{title:"failed",html:({runs:o,failed:r})=>`<span class="${Te(r/o)}">${$(o>0?r/o:null)}</span>`,isNumber:!0},{title:"median",html:({durationP50Ms:o})=>f(o),isNumber:!0},{title:"p95",html:({durationP95Ms:o})=>f(o),isNumber:!0},{title:"newest durations",html:({job:o,recentMs:r})=>ne(r,`Durations of the newest ${r.length} green runs of ${o}`)},{title:"waits",html:({queuedP50Ms:o})=>f(o),isNumber:!0},{title:"tests",html:({tests:o})=>b(o),isNumber:!0},{title:"last",html:({lastOutcome:o})=>le(o)}])}${t>0?`<p>and ${t} more</p>`:""}`}function Se({failures:e}){return e.length===0?"":j("What fails most",e,[{title:"runs",html:({runs:t})=>b(t),isNumber:!0},{title:"failure",html:({title:t})=>l(t)},{title:"category",html:({category:t})=>l(t)},{title:"jobs",html:({jobs:t})=>l(t.join(", "))},{title:"last seen",html:({lastRun:t,lastMs:n})=>`${n===null?"":`<time>${C(n).slice(0,10)}</time> `}run ${t}`}])}function Ne({recent:e}){return j("Newest runs",e,[{title:"run",html:({run:t})=>String(t),isNumber:!0},{title:"when",html:({at:t})=>`<time>${C(Date.parse(t))}</time>`},{title:"outcome",html:({outcome:t,recovered:n})=>le(t==="passed"&&n?"flaky":t)},{title:"took",html:({durationMs:t})=>f(t),isNumber:!0},{title:"tries",html:({attempts:t})=>String(t),isNumber:!0},{title:"branch",html:({branch:t,pullRequest:n})=>l(n===null?t??"":`#${n}`)},{title:"what failed",html:({failures:t,failedJobs:n})=>l([n.join(", "),t.join("; ")].filter(Boolean).join(": "))}])}var Ce={passed:"good",failed:"bad",flaky:"doubtful"},le=e=>e===null?"\u2013":`<span class="${Ce[e]}">${e}</span>`,Te=e=>e>.3?"bad":e>.1?"doubtful":"good";var dt=(e,t)=>V(e,t,async({store:n,redact:a})=>{let s=B(t.progress,a),o=P(e,t),r=await X(n,o,d=>s.show(`looking at ${d}`));return await(await L())((0,me.resolve)(t.directory,e.html),ie(E(r,a))),s.clear(),t.out.write(`${U(e.html)} is written
`),"nothing failed"});export{dt as runReport};

import{a as Y,b as f,c as x,d as F,e as K}from"./chunk-NAPVXTY5.js";import{a as L}from"./chunk-26HDGRIY.js";import{a as W,b as c,c as k,d as I,e as V,f as G,g as N,h as U}from"./chunk-QE4XKEQU.js";function y(e){return e>=.9?"sure":e>=.7?"fairly sure":e>=.5?"probably":"a guess"}function v(e){return`${pe(e)} (${$(e)})`}function _(e){return e>=.5?"good":e>=.2?"doubtful":"bad"}function pe(e){return e>=.8?"a re-run would probably pass":e>=.5?"a re-run may well pass":e>=.2?"a re-run might pass":"a re-run will not help"}function $(e){return Number.isFinite(e)?e>.99&&e<1?"0.99":e>0&&e<.01?"0.01":e.toFixed(2):"?"}function b({job:e,step:t},n){return[e,t].filter(Boolean).join(` ${n} `)}function T(e){return e?e[0]===e[1]?`line ${e[0]}`:`lines ${e[0]}-${e[1]}`:""}function D({file:e,line:t}){return e?t===void 0?e:`${e}:${t}`:""}function j({stats:e}){let t=[d(e.logs,"log"),d(e.lines,"line"),ge(e.bytes)];return e.jobs>0&&t.push(`${e.failedJobs} of ${d(e.jobs,"job")} failed`),e.compared&&t.push("compared with a green run"),t.join(", ")}function d(e,t){return`${fe(e)} ${t}${e===1?"":"s"}`}function fe(e){return String(e).replace(/\B(?=(?:\d{3})+$)/g,",")}function ge(e){return e<1e3?`${e} B`:e<1e6?`${(e/1e3).toFixed(e<1e4?1:0)} kB`:`${(e/1e6).toFixed(1)} MB`}var B=([e,...t])=>t.filter(n=>!e||!he(n,e)),he=(e,t)=>e.lines!==null&&t.lines!==null&&e.job===t.job&&e.category===t.category&&e.lines[0]>=t.lines[0]&&e.lines[1]<=t.lines[1];var $e=3,be=3,xe=.05,E=({causes:e})=>e.slice(0,$e).filter(({confidence:t})=>t>=xe).map(({title:t,confidence:n,evidence:r})=>({title:t,verdict:`${y(n)} (${$(n)})`,evidence:ye(r).slice(0,be).map(we)}));function ye(e){let t=e.filter(({weight:n})=>n!==0);return t.length>0?t:e}var we=({text:e,weight:t,at:n,url:r})=>({sign:t<0?"-":"+",text:n?`${e}, line ${n.line}`:e,...r?{url:r}:{}});function O({highlights:e,failures:t},n){let r=new Map,o=n;for(let i of e){let s=r.get(i.job)??new Map;for(let[l,a]of Te(i,t,o))s.has(l)||(s.set(l,a),o--);if(s.size>0&&r.set(i.job,s),o<=0)break}return[...r].map(([i,s])=>({job:i,rows:Me(s,Q(t,i,s))}))}function Te({job:e,lines:t,text:n},r,o){let i=n.map((u,g)=>[t[0]+g,u]);if(i.length<=o)return i;let s=Q(r,e,new Map(i)),l=i.findIndex(([u])=>s.has(u)),a=Math.max(0,Math.min(l===-1?0:l-Math.floor(o/4),i.length-o));return i.slice(a,a+o)}function Q(e,t,n){let r=new Set;for(let o of e){if(!o.lines||o.job!==t)continue;let[i,s]=o.lines,l=o.message.split(`
`,1)[0]?.trim()??"",a=[...n].find(([u,g])=>u>=i&&u<=s&&l!==""&&g.includes(l));a?r.add(a[0]):n.has(i)&&r.add(i)}return r}function Me(e,t){let n=[],r=null;for(let[o,i]of[...e].sort((s,l)=>s[0]-l[0]))r!==null&&o>r+1&&n.push({gap:o-r-1}),n.push({n:o,text:i,matched:t.has(o)}),r=o;return n}function Z({rows:e},t){let n=Math.max(3,...e.map(r=>"n"in r?String(r.n).length:0));return e.map(r=>"n"in r?`${r.matched?">":" "} ${String(r.n).padStart(n)}  ${t(r.text)}`.trimEnd():`  ${" ".repeat(n)}  \u2026 ${r.gap} more`).join(`
`)}var X=`
:root{--page:#fff;--ink:#1c2128;--soft:#59636e;--line:#d8dee4;--block:#f6f8fa;--bad:#b42318;--good:#1a6e35;--doubtful:#8a5700;--mark:#fff1ef}
@media (prefers-color-scheme:dark){:root{--page:#0f1318;--ink:#e4e9ef;--soft:#98a2ae;--line:#2b323b;--block:#171c23;--bad:#ff8d83;--good:#6fd08c;--doubtful:#e3b341;--mark:#331a1a}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:60rem;margin:0 auto;padding:2rem 1.25rem 4rem}
header{border-left:4px solid var(--bad);padding-left:1rem;margin-bottom:1.75rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem;overflow-wrap:anywhere}
h2{font-size:1rem;margin:0 0 .5rem;overflow-wrap:anywhere}
p{margin:0 0 .5rem;overflow-wrap:anywhere;max-width:44rem}
.facts{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
.category{font-weight:600}
.bad{color:var(--bad)}.good{color:var(--good)}.doubtful{color:var(--doubtful)}
.where,small,footer{color:var(--soft);font-size:.875rem}
section{margin:0 0 1.75rem}
.log{overflow-x:auto;background:var(--block);border:1px solid var(--line);border-radius:6px}
table{border-collapse:collapse;font:13px/1.6 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;min-width:100%;margin:.5rem 0}
td{padding:0 1rem 0 0;white-space:pre;tab-size:4}
td:first-child{padding:0 .75rem;text-align:right;color:var(--soft);user-select:none;width:1px}
.matched td{background:var(--mark);font-weight:600}
.matched td:first-child{color:var(--bad);box-shadow:inset 3px 0 var(--bad)}
.gap td{color:var(--soft);font-style:italic;padding-top:.25rem;padding-bottom:.25rem}
pre{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;white-space:pre-wrap;overflow-wrap:anywhere;margin:.25rem 0 0;color:var(--soft)}
pre.message{color:inherit}
code{font:.875em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--block);border-radius:4px;padding:.1em .3em}
summary{cursor:pointer;color:var(--soft);margin:0 0 .4rem}
ol,ul{margin:0;padding-left:1.5rem}
li{margin:0 0 .4rem;overflow-wrap:anywhere}
li b{font-weight:600}
footer{border-top:1px solid var(--line);padding-top:.75rem;overflow-wrap:anywhere}
@media (max-width:40rem){main{padding:1.25rem .9rem 3rem}h1{font-size:1.25rem}}
@media print{.log{overflow:visible}td{white-space:pre-wrap}}
`;var R=({anomalies:e})=>[...e].sort((t,n)=>n.score-t.score).slice(0,5).map(({job:t,explanation:n})=>t===null?n:`${t}: ${n}`);var Se=80,ke=200,ee=5;function te(e){let t=[ve(e),...O(e,Se).map(n=>De(n,e.failures[0])),...e.tests.map(Ee),M("Why",e.explanation?`<p>${N(e.explanation)}</p>`:""),M("Suspects",w("ol",E(e).map(Re))),M("Unusual",w("ul",R(e).map(m))),M("Next",w("ol",e.nextSteps.map(N))),M("Also failed",w("ul",e.failures.slice(1).map(Oe))),M("Could not be read",w("ul",e.notes.map(n=>m(n.text)))),`<footer>read ${j(e)}, ${m(e.source.name)}</footer>`];return k(`${Fe}
<title>${m(e.headline)}</title>
<style>${X}</style>
</head>
<body>
<main>
${t.filter(Boolean).join(`
`)}
</main>
</body>
</html>
`)}var Fe=`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">`;function ve(e){let{headline:t,category:n,confidence:r,transient:o,failures:i,highlights:s}=e,l=`<h1>${m(t)}</h1>`;if(i.length===0&&s.length===0)return`<header>${l}</header>`;let a=i[0];return["<header>",l,`<p class="facts"><span class="category">${n}</span> <span>${y(r)} (${$(r)})</span> <span class="${_(o)}">${v(o)}</span></p>`,a?`<p class="where">${ne(a)}</p>`:"",a&&!a.lines&&a.message?`<pre class="message">${m(a.message)}</pre>`:"","</header>"].filter(Boolean).join(`
`)}function De({job:e,rows:t},n){return`<section>${e!==null&&e!==n?.job?`<h2>${m(e)}</h2>
`:""}<div class="log" role="region" aria-label="Lines of the log" tabindex="0"><table>
${t.map(je).join(`
`)}
</table></div></section>`}function je(e){return"gap"in e?`<tr class="gap"><td></td><td>${d(e.gap,"line")} left out</td></tr>`:`<tr${e.matched?' class="matched"':""}><td>${e.n}</td><td>${m(e.text)}</td></tr>`}function Ee(e){let t=Math.max(e.failed,e.failedTests.length);if(t===0)return"";let n=e.failedTests.slice(0,ke),r=n.map(({name:a,message:u})=>`<b>${m(a)}</b>${u?`<pre>${I(u)}</pre>`:""}`),o=r.slice(ee),i=o.length>0?`<details><summary>${o.length} more</summary>
${w("ul",o)}</details>`:"",s=t>n.length?`<p>and ${t-n.length} more that are not named</p>`:"",l=`<p>${t} of ${d(Math.max(e.total,t),"test")}, ${m(e.framework)}</p>`;return M("Failed tests",[l,w("ul",r.slice(0,ee)),i,s].filter(Boolean).join(`
`))}function Oe(e){let t=ne(e);return`${m(e.title)}${t?` <small>${t}</small>`:""}`}function Re({title:e,verdict:t,evidence:n}){let r=n.map(({sign:o,text:i})=>`${o==="+"?"":"against: "}${m(i)}`);return`<b>${m(e)}</b> <small>${t}</small>${w("ul",r)}`}function ne(e){return[b(e,"\u203A"),T(e.lines),D(e)].filter(Boolean).map(m).join(", ")}function M(e,t){return t===""?"":`<section><h2>${e}</h2>
${t}</section>`}function w(e,t){return t.length===0?"":`<${e}>
${t.map(n=>`<li>${n}</li>`).join(`
`)}
</${e}>`}function m(e){return I(c(e))}var Pe=e=>({...e,tests:e.tests.map(({failedTests:t,...n})=>({...n,failedTests:t.map(r=>r.name),failedTestDetails:t}))});function re(e,{pretty:t=!1}={}){let n=JSON.stringify(Pe(e),null,t?2:void 0);return`${L(n)}
`}var Ce=40,We=240,A=20,Le=25;function ie(e,{maxBytes:t=6e4}={}){let n=[{name:"the headline",text:Be(e),rank:0},{name:"the lines of the log",text:Ie(e),rank:2},{name:"the failed tests",text:e.tests.map(Ue).filter(Boolean).join(`

`),rank:4},{name:"the explanation",text:P("Why",oe(e.explanation,2e3)),rank:3},{name:"the suspects",text:P("Suspects",Ae(e)),rank:2.5},{name:"what is unusual",text:P("Unusual",R(e).map(r=>`- ${p(r,300)}`).join(`
`)),rank:2.7},{name:"the next steps",text:P("Next steps",e.nextSteps.slice(0,20).map((r,o)=>`${o+1}. ${oe(r,600)}`).join(`
`)),rank:1},{name:"the other failures",text:qe(B(e.failures)),rank:5},{name:"the notes",text:P("Could not be read",e.notes.slice(0,20).map(r=>`- ${p(r.text,400)}`).join(`
`)),rank:6},{name:"what was read",text:`<sub>read ${j(e)}</sub>`,rank:7}];return`${k(_e(n.filter(r=>r.text!==""),t))}
`}function _e(e,t){let n=[...e],r=[];for(;;){let o=r.length>0?[`_Left out for want of room: ${r.join(", ")}._`]:[],i=[...n.map(l=>l.text),...o].join(`

`),s=n.toSorted((l,a)=>a.rank-l.rank)[0];if(new TextEncoder().encode(i).length+1<=t||s===void 0||s.rank===0)return i;n.splice(n.indexOf(s),1),r.push(s.name)}}function Be({headline:e,category:t,confidence:n,transient:r,failures:o,highlights:i}){let s=`### ${o.length>0?"\u274C ":""}${p(e,300)}`;if(o.length===0&&i.length===0)return s;let l=`**${t}** \xB7 ${y(n)} (${$(n)}) \xB7 ${v(r)}`,a=o[0];return[s,l,a?se(a):""].filter(Boolean).join(`

`)}function se(e){return[p(b(e,"\u203A"),300),T(e.lines),p(D(e),300)].filter(Boolean).join(", ")}function Ie(e){let t=e.failures[0],n=O(e,Ce);return[t&&!n.some(o=>o.rows.some(i=>"n"in i&&i.matched))?U(ae(t.message.split(`
`,1)[0]??"")):"",...n.map((o,i)=>Ne(o,i===0,t))].filter(Boolean).join(`

`)}function Ne(e,t,n){let r=e.job!==null&&e.job!==n?.job?` of ${p(e.job,120)}`:"",o=d(e.rows.filter(i=>"n"in i).length,"line");return`<details${t?" open":""}><summary>${o} of the log${r}</summary>

${U(Z(e,ae))}

</details>`}function Ue(e){let t=Math.max(e.failed,e.failedTests.length);if(t===0)return"";let n=e.failedTests.slice(0,Le),r=n.map(({name:i,message:s})=>`- ${p(i,200)}${s?`: ${p(s.trim().split(`
`,1)[0]??"",300)}`:""}`),o=t-n.length>0&&n.length>0?[`- and ${t-n.length} more`]:[];return[`**Failed tests**: ${t} of ${d(Math.max(e.total,t),"test")}, ${p(e.framework,40)}`,"",...r,...o].join(`
`).trimEnd()}function Ae(e){return E(e).flatMap(({title:t,verdict:n,evidence:r},o)=>[`${o+1}. ${p(t,200)}: ${n}`,...r.map(({sign:i,text:s})=>`   - ${i==="+"?"for":"against"}: ${p(s,300)}`)]).join(`
`)}function qe(e){if(e.length===0)return"";let t=e.slice(0,A).map(r=>`| ${p(r.title,160)} | ${r.category} | ${se(r)} |`),n=e.length>A?[`| and ${e.length-A} more | | |`]:[];return["| Also failed | Category | Where |","| --- | --- | --- |",...t,...n].join(`
`)}function P(e,t){return t===""?"":`**${e}**

${t}`}function p(e,t){return V(F(c(e),t,"\u2026"))}function oe(e,t){return G(F(c(e),t,"\u2026").trim())}function ae(e){return x(c(e),We,"\u2026")}function ce(e){return`${L(JSON.stringify(ze(e),null,2))}
`}function ze(e){let t=[...new Map(e.failures.map(r=>[C(r),r])).values()],n=t.map(C);return{$schema:"https://json.schemastore.org/sarif-2.1.0.json",version:"2.1.0",runs:[{tool:{driver:{name:"sherpa",rules:t.map(Je)}},automationDetails:{id:`sherpa/${c(e.source.name)}`},columnKind:"utf16CodeUnits",results:e.failures.map(r=>He(r,n.indexOf(C(r)))),properties:{headline:c(e.headline),category:e.category,confidence:e.confidence,transient:e.transient}}]}}function Je(e){return{id:C(e),shortDescription:{text:ue(e.rule?e.rule:`a failure of category ${e.category}`)},defaultConfiguration:{level:"error"},properties:{category:e.category,tags:["ci",e.category]}}}function He(e,t){let{title:n,message:r,fingerprint:o,confidence:i,category:s,job:l,step:a,lines:u}=e,g=r!==""&&!n.includes(r)?`${n}
${r}`:n;return{ruleId:C(e),ruleIndex:t,level:"error",message:{text:ue(g)||"failure"},locations:Ve(e),partialFingerprints:{"sherpa/v1":o},rank:Math.round(Math.min(1,Math.max(0,i))*1e3)/10,properties:{category:s,confidence:i,job:le(l),step:le(a),...u&&{logLines:u}}}}function Ve(e){let t=Ge(e.file),n=b(e,"/");if(t===null&&n==="")return[];let r=e.line!==void 0&&Number.isInteger(e.line)&&e.line>=1?{region:{startLine:e.line}}:{};return[{...t!==null&&{physicalLocation:{artifactLocation:{uri:t,uriBaseId:"%SRCROOT%"},...r}},...n!==""&&{logicalLocations:[{name:c(e.step??e.job??""),fullyQualifiedName:c(n),kind:e.step?"step":"job"}]}}]}function Ge(e){let t=c(e??"").replace(/\\/g,"/").replace(/^(?:\.\/)+/,"");return t===""||t.startsWith("/")||/^[A-Za-z][\w+.-]*:/.test(t)||t.split("/").includes("..")?null:encodeURI(t).replace(/[?#]/g,encodeURIComponent)}function C({rule:e,category:t}){return c(e??`sherpa/${t}`)}function ue(e){return W(e).replace(/[\\[\]]/g,"\\$&")}function le(e){return e===null?null:c(e)}var Ye=30,Ke=10,Qe=8,Ze=96;function me(e,{width:t=80,color:n=!1,unicode:r=!0}={}){let o={width:Math.max(24,t),paint:K({color:n}),signs:r?Xe:et},i=O(e,Ye),l=[tt(e,o),nt(e,o),rt(e,i,o),...i.map(a=>ot(a,e,o)),...e.tests.map(a=>st(a,o)),lt("Why",e.explanation,o),ut(e,o),ct(e,o),mt(e.nextSteps,o),dt(e.failures,o),pt(e,o),f(`read ${j(e)}`,h(o)).map(a=>`  ${o.paint.quiet(a)}`)].filter(a=>a.length>0).map(a=>a.join(`
`));return`${k(l.join(`

`))}
`}var Xe={bad:"\u2716",none:"\u2022",rerun:"\u21BB",bar:"\u2502",matched:"\u25B8",gap:"\u22EE",more:"\u2026",into:"\u203A",dot:"\xB7"},et={bad:"x",none:"*",rerun:"~",bar:"|",matched:">",gap:":",more:"...",into:">",dot:"-"};function tt(e,t){let{paint:n,signs:r}=t,o=e.failures.length>0,i=o?n.bad(r.bad):r.none,s=f(c(e.headline),h(t)).map((u,g)=>`${g===0?i:" "} ${n.headline(u)}`);if(!o&&e.highlights.length===0)return s;let l=`${e.category} ${r.dot} ${y(e.confidence)} (${$(e.confidence)})`,a=f(v(e.transient),h(t)-2);return[...s,`  ${l}`,...a.map((u,g)=>`  ${n[_(e.transient)](`${g===0?r.rerun:" "} ${u}`)}`)]}function nt({failures:e},t){let n=e[0];if(!n)return[];let r=c(D(n));return[[c(b(n,t.signs.into)),T(n.lines)].filter(Boolean).join(", "),r].filter(Boolean).flatMap(i=>f(i,h(t)).map(s=>`  ${t.paint.name(s)}`))}function rt({failures:e,headline:t},n,r){let o=q(e[0]?.message??""),i=[t,...n.flatMap(({rows:s})=>s.map(l=>"n"in l?l.text:""))];return o===""||i.some(s=>c(s).includes(o))?[]:f(o,h(r)).map(s=>`  ${s}`)}function ot({job:e,rows:t},{failures:n},r){let o=Math.max(3,...t.map(s=>"n"in s?String(s.n).length:0));return[...e!==null&&e!==n[0]?.job?[`  ${r.paint.name(F(c(e),r.width-2,r.signs.more))}`]:[],...t.map(s=>it(s,o,r))]}function it(e,t,{width:n,paint:r,signs:o}){if("gap"in e)return`  ${" ".repeat(t)} ${r.quiet(`${o.gap} ${d(e.gap,"line")}`)}`;let i=`${String(e.n).padStart(t)} `,s=x(c(e.text),n-t-5,o.more);return e.matched?`${r.bad(o.matched)} ${i}${r.bad(o.bar)} ${r.matched(s)}`.trimEnd():`  ${r.quiet(`${i}${o.bar}`)} ${s}`.trimEnd()}function st(e,t){let n=Math.max(e.failed,e.failedTests.length);if(n===0)return[];let{paint:r,signs:o}=t,i=e.failedTests.slice(0,Ke),s=n-i.length;return[...S("Failed tests",`${n} of ${d(Math.max(e.total,n),"test")}, ${c(e.framework)}`,t),...i.flatMap((l,a)=>at(l,i[a-1],t)),...s>0&&i.length>0?[`  ${r.quiet(`${o.more} and ${s} more`)}`]:[]]}function at({name:e,message:t},n,{width:r,paint:o,signs:i}){let s=q(t??""),l=x(c(e),r-4,i.more),a=s===""||e.includes(s)||s===q(n?.message??"")?[]:[s];return[`  ${o.bad(i.bad)} ${l}`,...a.map(u=>`    ${o.quiet(x(u,r-4,i.more))}`)]}function q(e){return c(W(e).split(`
`).find(t=>t.trim()!=="")?.trim()??"")}function lt(e,t,n){return t.trim()===""?[]:[...S(e,"",n),...f(c(t),h(n)).map(r=>`  ${r}`)]}function ct(e,t){let n=R(e);return n.length===0?[]:[...S("Unusual","against the past of its jobs",t),...n.flatMap(r=>f(c(r),h(t)-2).map((o,i)=>`  ${i===0?t.signs.dot:" "} ${o}`))]}function ut(e,t){let n=E(e);if(n.length===0)return[];let r=(o,i)=>f(o,h(t)-i.length).map((s,l)=>`  ${l===0?i:" ".repeat(i.length)}${s}`);return[...S("Suspects","what speaks for them",t),...n.flatMap(({title:o,verdict:i,evidence:s},l)=>[...r(`${c(o)}: ${i}`,`${l+1}. `),...s.flatMap(({sign:a,text:u})=>r(c(u),`   ${a} `).map(t.paint.quiet))])]}function mt(e,t){if(e.length===0)return[];let n=e.flatMap((r,o)=>{let i=`${o+1}. `;return f(c(r),h(t)-i.length).map((s,l)=>`  ${l===0?i:" ".repeat(i.length)}${s}`)});return[...S("Next","",t),...n]}function dt(e,t){let[n]=e,r=B(e);if(r.length===0)return[];let{paint:o,signs:i,width:s}=t,l=r.slice(0,Qe).map(u=>{let z=[u.job!==n?.job||u.step!==n?.step?c(b(u,i.into)):"",T(u.lines)].filter(Boolean).join(", "),J=x(c(u.title),s-4,i.more),H=s-4-Y(J)-2,de=z&&H>=12?`  ${o.quiet(x(z,H,i.more))}`:"";return`  ${i.dot} ${J}${de}`}),a=r.length-l.length;return[...S("Also failed","",t),...l,...a>0?[`  ${o.quiet(`${i.more} and ${a} more`)}`]:[]]}function pt({notes:e},t){if(e.length===0)return[];let{paint:n,signs:r}=t;return[...S("Could not be read","",t),...e.flatMap(({text:o})=>f(c(o),h(t)-2).map((i,s)=>`  ${n.doubtful(s===0?r.dot:" ")} ${i}`))]}function S(e,t,{width:n,paint:r,signs:o}){let i=F(t,n-e.length-4,o.more);return[`  ${r.title(e)}${i?`  ${r.quiet(i)}`:""}`]}function h({width:e}){return Math.min(e,Ze)-2}var Xt={text:me,json:re,markdown:ie,html:te,sarif:ce};export{Xt as a};

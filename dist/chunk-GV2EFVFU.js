import{a as C}from"./chunk-26HDGRIY.js";import{a as W,b as c,c as M,d as _,e as Y,f as K,g as B,h as N}from"./chunk-QE4XKEQU.js";function S({highlights:e,failures:t},n){let r=new Map,o=n;for(let i of e){let s=r.get(i.job)??new Map;for(let[l,a]of pe(i,t,o))s.has(l)||(s.set(l,a),o--);if(s.size>0&&r.set(i.job,s),o<=0)break}return[...r].map(([i,s])=>({job:i,rows:ge(s,Q(t,i,s))}))}function pe({job:e,lines:t,text:n},r,o){let i=n.map((u,d)=>[t[0]+d,u]);if(i.length<=o)return i;let s=Q(r,e,new Map(i)),l=i.findIndex(([u])=>s.has(u)),a=Math.max(0,Math.min(l===-1?0:l-Math.floor(o/4),i.length-o));return i.slice(a,a+o)}function Q(e,t,n){let r=new Set;for(let o of e){if(!o.lines||o.job!==t)continue;let[i,s]=o.lines,l=o.message.split(`
`,1)[0]?.trim()??"",a=[...n].find(([u,d])=>u>=i&&u<=s&&l!==""&&d.includes(l));a?r.add(a[0]):n.has(i)&&r.add(i)}return r}function ge(e,t){let n=[],r=null;for(let[o,i]of[...e].sort((s,l)=>s[0]-l[0]))r!==null&&o>r+1&&n.push({gap:o-r-1}),n.push({n:o,text:i,matched:t.has(o)}),r=o;return n}function Z({rows:e},t){let n=Math.max(3,...e.map(r=>"n"in r?String(r.n).length:0));return e.map(r=>"n"in r?`${r.matched?">":" "} ${String(r.n).padStart(n)}  ${t(r.text)}`.trimEnd():`  ${" ".repeat(n)}  \u2026 ${r.gap} more`).join(`
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
`;function k(e){return e>=.9?"sure":e>=.7?"fairly sure":e>=.5?"probably":"a guess"}function F(e){return`${he(e)} (${w(e)})`}function L(e){return e>=.5?"good":e>=.2?"doubtful":"bad"}function he(e){return e>=.8?"a re-run would probably pass":e>=.5?"a re-run may well pass":e>=.2?"a re-run might pass":"a re-run will not help"}function w(e){return Number.isFinite(e)?e>.99&&e<1?"0.99":e>0&&e<.01?"0.01":e.toFixed(2):"?"}function g({job:e,step:t},n){return[e,t].filter(Boolean).join(` ${n} `)}function T(e){return e?e[0]===e[1]?`line ${e[0]}`:`lines ${e[0]}-${e[1]}`:""}function j({file:e,line:t}){return e?t===void 0?e:`${e}:${t}`:""}function D({stats:e}){let t=[m(e.logs,"log"),m(e.lines,"line"),be(e.bytes)];return e.jobs>0&&t.push(`${e.failedJobs} of ${m(e.jobs,"job")} failed`),e.compared&&t.push("compared with a green run"),t.join(", ")}function m(e,t){return`${xe(e)} ${t}${e===1?"":"s"}`}function xe(e){return String(e).replace(/\B(?=(?:\d{3})+$)/g,",")}function be(e){return e<1e3?`${e} B`:e<1e6?`${(e/1e3).toFixed(e<1e4?1:0)} kB`:`${(e/1e6).toFixed(1)} MB`}var I=([e,...t])=>t.filter(n=>!e||!$e(n,e)),$e=(e,t)=>e.lines!==null&&t.lines!==null&&e.job===t.job&&e.category===t.category&&e.lines[0]>=t.lines[0]&&e.lines[1]<=t.lines[1];var ye=80,we=200,ee=5;function te(e){let t=[Me(e),...S(e,ye).map(n=>Se(n,e.failures[0])),...e.tests.map(Fe),v("Why",e.explanation?`<p>${B(e.explanation)}</p>`:""),v("Next",E("ol",e.nextSteps.map(B))),v("Also failed",E("ul",e.failures.slice(1).map(je))),v("Could not be read",E("ul",e.notes.map(n=>f(n.text)))),`<footer>read ${D(e)}, ${f(e.source.name)}</footer>`];return M(`${Te}
<title>${f(e.headline)}</title>
<style>${X}</style>
</head>
<body>
<main>
${t.filter(Boolean).join(`
`)}
</main>
</body>
</html>
`)}var Te=`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">`;function Me(e){let{headline:t,category:n,confidence:r,transient:o,failures:i,highlights:s}=e,l=`<h1>${f(t)}</h1>`;if(i.length===0&&s.length===0)return`<header>${l}</header>`;let a=i[0];return["<header>",l,`<p class="facts"><span class="category">${n}</span> <span>${k(r)} (${w(r)})</span> <span class="${L(o)}">${F(o)}</span></p>`,a?`<p class="where">${ne(a)}</p>`:"",a&&!a.lines&&a.message?`<pre class="message">${f(a.message)}</pre>`:"","</header>"].filter(Boolean).join(`
`)}function Se({job:e,rows:t},n){return`<section>${e!==null&&e!==n?.job?`<h2>${f(e)}</h2>
`:""}<div class="log" role="region" aria-label="Lines of the log" tabindex="0"><table>
${t.map(ke).join(`
`)}
</table></div></section>`}function ke(e){return"gap"in e?`<tr class="gap"><td></td><td>${m(e.gap,"line")} left out</td></tr>`:`<tr${e.matched?' class="matched"':""}><td>${e.n}</td><td>${f(e.text)}</td></tr>`}function Fe(e){let t=Math.max(e.failed,e.failedTests.length);if(t===0)return"";let n=e.failedTests.slice(0,we),r=n.map(({name:a,message:u})=>`<b>${f(a)}</b>${u?`<pre>${_(u)}</pre>`:""}`),o=r.slice(ee),i=o.length>0?`<details><summary>${o.length} more</summary>
${E("ul",o)}</details>`:"",s=t>n.length?`<p>and ${t-n.length} more that are not named</p>`:"",l=`<p>${t} of ${m(Math.max(e.total,t),"test")}, ${f(e.framework)}</p>`;return v("Failed tests",[l,E("ul",r.slice(0,ee)),i,s].filter(Boolean).join(`
`))}function je(e){let t=ne(e);return`${f(e.title)}${t?` <small>${t}</small>`:""}`}function ne(e){return[g(e,"\u203A"),T(e.lines),j(e)].filter(Boolean).map(f).join(", ")}function v(e,t){return t===""?"":`<section><h2>${e}</h2>
${t}</section>`}function E(e,t){return t.length===0?"":`<${e}>
${t.map(n=>`<li>${n}</li>`).join(`
`)}
</${e}>`}function f(e){return _(c(e))}var De=e=>({...e,tests:e.tests.map(({failedTests:t,...n})=>({...n,failedTests:t.map(r=>r.name),failedTestDetails:t}))});function re(e,{pretty:t=!1}={}){let n=JSON.stringify(De(e),null,t?2:void 0);return`${C(n)}
`}var Re=/^[\p{Mn}\p{Me}\p{Cf}]$/u,ve=/^[\x20-\x7e]*$/;function p(e){if(ve.test(e))return e.length;let t=0;for(let n of e)t+=q(n);return t}function h(e,t){let n=[];for(let r of e.split(`
`)){let o="";for(let i of r.split(/ +/).flatMap(s=>Ee(s,t)))o&&p(o)+1+p(i)>t?(n.push(o),o=i):o=o?`${o} ${i}`:i;n.push(o)}return n}function b(e,t,n){if(p(e)<=t)return e;let r=Math.max(0,t-p(n)),o=Math.floor(r/3);return A(e,r-o)+n+Oe(e,o)}function R(e,t,n){return p(e)<=t?e:A(e,t-p(n)).trimEnd()+n}function Ee(e,t){if(p(e)<=t)return[e];let n=[],r=e;for(;p(r)>t;){let o=A(r,t)||(r.match(/^./su)?.[0]??r);n.push(o),r=r.slice(o.length)}return r?[...n,r]:n}function A(e,t){let n=0,r=0;for(let o of e){if(n+=q(o),n>t)break;r+=o.length}return e.slice(0,r)}function Oe(e,t){let n=0,r=e.length;for(let o of[...e.slice(-t*2)].reverse()){if(n+=q(o),n>t)break;r-=o.length}return e.slice(r)}function q(e){let t=e.codePointAt(0)??0;return t<768?1:Re.test(e)?0:Pe(t)?2:1}function Pe(e){return e>=4352&&e<=4447||e>=11904&&e<=12350||e>=12353&&e<=42191||e>=43360&&e<=43388||e>=44032&&e<=55203||e>=63744&&e<=64255||e>=65072&&e<=65135||e>=65280&&e<=65376||e>=65504&&e<=65510||e>=127744&&e<=128591||e>=128640&&e<=128767||e>=128992&&e<=129003||e>=129280&&e<=129791||e>=131072&&e<=262141||[8986,8987,9193,9194,9195,9196,9200,9203,9725,9726,9748,9749,9855,9875,9889,9898,9899,9917,9918,9924,9925,9934,9940,9962,9970,9971,9973,9978,9981,9989,9994,9995,10024,10060,10062,10067,10068,10069,10071,10133,10134,10135,10160,10175,11035,11036,11088,11093].includes(e)}var We=40,Ce=240,U=20,Le=25;function ie(e,{maxBytes:t=6e4}={}){let n=[{name:"the headline",text:_e(e),rank:0},{name:"the lines of the log",text:Be(e),rank:2},{name:"the failed tests",text:e.tests.map(Ae).filter(Boolean).join(`

`),rank:4},{name:"the explanation",text:z("Why",oe(e.explanation,2e3)),rank:3},{name:"the next steps",text:z("Next steps",e.nextSteps.slice(0,20).map((r,o)=>`${o+1}. ${oe(r,600)}`).join(`
`)),rank:1},{name:"the other failures",text:qe(I(e.failures)),rank:5},{name:"the notes",text:z("Could not be read",e.notes.slice(0,20).map(r=>`- ${x(r.text,400)}`).join(`
`)),rank:6},{name:"what was read",text:`<sub>read ${D(e)}</sub>`,rank:7}];return`${M(Ie(n.filter(r=>r.text!==""),t))}
`}function Ie(e,t){let n=[...e],r=[];for(;;){let o=r.length>0?[`_Left out for want of room: ${r.join(", ")}._`]:[],i=[...n.map(l=>l.text),...o].join(`

`),s=n.toSorted((l,a)=>a.rank-l.rank)[0];if(new TextEncoder().encode(i).length+1<=t||s===void 0||s.rank===0)return i;n.splice(n.indexOf(s),1),r.push(s.name)}}function _e({headline:e,category:t,confidence:n,transient:r,failures:o,highlights:i}){let s=`### ${o.length>0?"\u274C ":""}${x(e,300)}`;if(o.length===0&&i.length===0)return s;let l=`**${t}** \xB7 ${k(n)} (${w(n)}) \xB7 ${F(r)}`,a=o[0];return[s,l,a?se(a):""].filter(Boolean).join(`

`)}function se(e){return[x(g(e,"\u203A"),300),T(e.lines),x(j(e),300)].filter(Boolean).join(", ")}function Be(e){let t=e.failures[0],n=S(e,We);return[t&&!n.some(o=>o.rows.some(i=>"n"in i&&i.matched))?N(ae(t.message.split(`
`,1)[0]??"")):"",...n.map((o,i)=>Ne(o,i===0,t))].filter(Boolean).join(`

`)}function Ne(e,t,n){let r=e.job!==null&&e.job!==n?.job?` of ${x(e.job,120)}`:"",o=m(e.rows.filter(i=>"n"in i).length,"line");return`<details${t?" open":""}><summary>${o} of the log${r}</summary>

${N(Z(e,ae))}

</details>`}function Ae(e){let t=Math.max(e.failed,e.failedTests.length);if(t===0)return"";let n=e.failedTests.slice(0,Le),r=n.map(({name:i,message:s})=>`- ${x(i,200)}${s?`: ${x(s.trim().split(`
`,1)[0]??"",300)}`:""}`),o=t-n.length>0&&n.length>0?[`- and ${t-n.length} more`]:[];return[`**Failed tests**: ${t} of ${m(Math.max(e.total,t),"test")}, ${x(e.framework,40)}`,"",...r,...o].join(`
`).trimEnd()}function qe(e){if(e.length===0)return"";let t=e.slice(0,U).map(r=>`| ${x(r.title,160)} | ${r.category} | ${se(r)} |`),n=e.length>U?[`| and ${e.length-U} more | | |`]:[];return["| Also failed | Category | Where |","| --- | --- | --- |",...t,...n].join(`
`)}function z(e,t){return t===""?"":`**${e}**

${t}`}function x(e,t){return Y(R(c(e),t,"\u2026"))}function oe(e,t){return K(R(c(e),t,"\u2026").trim())}function ae(e){return b(c(e),Ce,"\u2026")}function ce(e){return`${C(JSON.stringify(Ue(e),null,2))}
`}function Ue(e){let t=[...new Map(e.failures.map(r=>[O(r),r])).values()],n=t.map(O);return{$schema:"https://json.schemastore.org/sarif-2.1.0.json",version:"2.1.0",runs:[{tool:{driver:{name:"sherpa",rules:t.map(ze)}},automationDetails:{id:`sherpa/${c(e.source.name)}`},columnKind:"utf16CodeUnits",results:e.failures.map(r=>Je(r,n.indexOf(O(r)))),properties:{headline:c(e.headline),category:e.category,confidence:e.confidence,transient:e.transient}}]}}function ze(e){return{id:O(e),shortDescription:{text:ue(e.rule?e.rule:`a failure of category ${e.category}`)},defaultConfiguration:{level:"error"},properties:{category:e.category,tags:["ci",e.category]}}}function Je(e,t){let{title:n,message:r,fingerprint:o,confidence:i,category:s,job:l,step:a,lines:u}=e,d=r!==""&&!n.includes(r)?`${n}
${r}`:n;return{ruleId:O(e),ruleIndex:t,level:"error",message:{text:ue(d)||"failure"},locations:He(e),partialFingerprints:{"sherpa/v1":o},rank:Math.round(Math.min(1,Math.max(0,i))*1e3)/10,properties:{category:s,confidence:i,job:le(l),step:le(a),...u&&{logLines:u}}}}function He(e){let t=Ve(e.file),n=g(e,"/");if(t===null&&n==="")return[];let r=e.line!==void 0&&Number.isInteger(e.line)&&e.line>=1?{region:{startLine:e.line}}:{};return[{...t!==null&&{physicalLocation:{artifactLocation:{uri:t,uriBaseId:"%SRCROOT%"},...r}},...n!==""&&{logicalLocations:[{name:c(e.step??e.job??""),fullyQualifiedName:c(n),kind:e.step?"step":"job"}]}}]}function Ve(e){let t=c(e??"").replace(/\\/g,"/").replace(/^(?:\.\/)+/,"");return t===""||t.startsWith("/")||/^[A-Za-z][\w+.-]*:/.test(t)||t.split("/").includes("..")?null:encodeURI(t).replace(/[?#]/g,encodeURIComponent)}function O({rule:e,category:t}){return c(e??`sherpa/${t}`)}function ue(e){return W(e).replace(/[\\[\]]/g,"\\$&")}function le(e){return e===null?null:c(e)}var $={headline:[1,22],bad:[31,39],good:[32,39],doubtful:[33,39],title:[1,22],matched:[1,22],quiet:[2,22],name:[36,39]};function me({color:e}){let t=([n,r])=>o=>e&&o?`\x1B[${n}m${o}\x1B[${r}m`:o;return{headline:t($.headline),bad:t($.bad),good:t($.good),doubtful:t($.doubtful),title:t($.title),matched:t($.matched),quiet:t($.quiet),name:t($.name)}}var Ge=30,Ye=10,Ke=8,Qe=96;function fe(e,{width:t=80,color:n=!1,unicode:r=!0}={}){let o={width:Math.max(24,t),paint:me({color:n}),signs:r?Ze:Xe},i=S(e,Ge),l=[et(e,o),tt(e,o),nt(e,i,o),...i.map(a=>rt(a,e,o)),...e.tests.map(a=>it(a,o)),at("Why",e.explanation,o),lt(e.nextSteps,o),ct(e.failures,o),ut(e,o),h(`read ${D(e)}`,y(o)).map(a=>`  ${o.paint.quiet(a)}`)].filter(a=>a.length>0).map(a=>a.join(`
`));return`${M(l.join(`

`))}
`}var Ze={bad:"\u2716",none:"\u2022",rerun:"\u21BB",bar:"\u2502",matched:"\u25B8",gap:"\u22EE",more:"\u2026",into:"\u203A",dot:"\xB7"},Xe={bad:"x",none:"*",rerun:"~",bar:"|",matched:">",gap:":",more:"...",into:">",dot:"-"};function et(e,t){let{paint:n,signs:r}=t,o=e.failures.length>0,i=o?n.bad(r.bad):r.none,s=h(c(e.headline),y(t)).map((u,d)=>`${d===0?i:" "} ${n.headline(u)}`);if(!o&&e.highlights.length===0)return s;let l=`${e.category} ${r.dot} ${k(e.confidence)} (${w(e.confidence)})`,a=h(F(e.transient),y(t)-2);return[...s,`  ${l}`,...a.map((u,d)=>`  ${n[L(e.transient)](`${d===0?r.rerun:" "} ${u}`)}`)]}function tt({failures:e},t){let n=e[0];if(!n)return[];let r=c(j(n));return[[c(g(n,t.signs.into)),T(n.lines)].filter(Boolean).join(", "),r].filter(Boolean).flatMap(i=>h(i,y(t)).map(s=>`  ${t.paint.name(s)}`))}function nt({failures:e,headline:t},n,r){let o=J(e[0]?.message??""),i=[t,...n.flatMap(({rows:s})=>s.map(l=>"n"in l?l.text:""))];return o===""||i.some(s=>c(s).includes(o))?[]:h(o,y(r)).map(s=>`  ${s}`)}function rt({job:e,rows:t},{failures:n},r){let o=Math.max(3,...t.map(s=>"n"in s?String(s.n).length:0));return[...e!==null&&e!==n[0]?.job?[`  ${r.paint.name(R(c(e),r.width-2,r.signs.more))}`]:[],...t.map(s=>ot(s,o,r))]}function ot(e,t,{width:n,paint:r,signs:o}){if("gap"in e)return`  ${" ".repeat(t)} ${r.quiet(`${o.gap} ${m(e.gap,"line")}`)}`;let i=`${String(e.n).padStart(t)} `,s=b(c(e.text),n-t-5,o.more);return e.matched?`${r.bad(o.matched)} ${i}${r.bad(o.bar)} ${r.matched(s)}`.trimEnd():`  ${r.quiet(`${i}${o.bar}`)} ${s}`.trimEnd()}function it(e,t){let n=Math.max(e.failed,e.failedTests.length);if(n===0)return[];let{paint:r,signs:o}=t,i=e.failedTests.slice(0,Ye),s=n-i.length;return[...P("Failed tests",`${n} of ${m(Math.max(e.total,n),"test")}, ${c(e.framework)}`,t),...i.flatMap((l,a)=>st(l,i[a-1],t)),...s>0&&i.length>0?[`  ${r.quiet(`${o.more} and ${s} more`)}`]:[]]}function st({name:e,message:t},n,{width:r,paint:o,signs:i}){let s=J(t??""),l=b(c(e),r-4,i.more),a=s===""||e.includes(s)||s===J(n?.message??"")?[]:[s];return[`  ${o.bad(i.bad)} ${l}`,...a.map(u=>`    ${o.quiet(b(u,r-4,i.more))}`)]}function J(e){return c(W(e).split(`
`).find(t=>t.trim()!=="")?.trim()??"")}function at(e,t,n){return t.trim()===""?[]:[...P(e,"",n),...h(c(t),y(n)).map(r=>`  ${r}`)]}function lt(e,t){if(e.length===0)return[];let n=e.flatMap((r,o)=>{let i=`${o+1}. `;return h(c(r),y(t)-i.length).map((s,l)=>`  ${l===0?i:" ".repeat(i.length)}${s}`)});return[...P("Next","",t),...n]}function ct(e,t){let[n]=e,r=I(e);if(r.length===0)return[];let{paint:o,signs:i,width:s}=t,l=r.slice(0,Ke).map(u=>{let H=[u.job!==n?.job||u.step!==n?.step?c(g(u,i.into)):"",T(u.lines)].filter(Boolean).join(", "),V=b(c(u.title),s-4,i.more),G=s-4-p(V)-2,de=H&&G>=12?`  ${o.quiet(b(H,G,i.more))}`:"";return`  ${i.dot} ${V}${de}`}),a=r.length-l.length;return[...P("Also failed","",t),...l,...a>0?[`  ${o.quiet(`${i.more} and ${a} more`)}`]:[]]}function ut({notes:e},t){if(e.length===0)return[];let{paint:n,signs:r}=t;return[...P("Could not be read","",t),...e.flatMap(({text:o})=>h(c(o),y(t)-2).map((i,s)=>`  ${n.doubtful(s===0?r.dot:" ")} ${i}`))]}function P(e,t,{width:n,paint:r,signs:o}){let i=R(t,n-e.length-4,o.more);return[`  ${r.title(e)}${i?`  ${r.quiet(i)}`:""}`]}function y({width:e}){return Math.min(e,Qe)-2}var Ut={text:fe,json:re,markdown:ie,html:te,sarif:ce};export{Ut as a};

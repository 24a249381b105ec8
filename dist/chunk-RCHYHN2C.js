import{a as W,b as u,c as S,d as I,e as V,f as Y,g as _,h as B}from"./chunk-QE4XKEQU.js";function T({highlights:e,failures:t},r){let n=new Map,o=r;for(let i of e){let s=n.get(i.job)??new Map;for(let[l,a]of me(i,t,o))s.has(l)||(s.set(l,a),o--);if(s.size>0&&n.set(i.job,s),o<=0)break}return[...n].map(([i,s])=>({job:i,rows:de(s,G(t,i,s))}))}function me({job:e,lines:t,text:r},n,o){let i=r.map((c,f)=>[t[0]+f,c]);if(i.length<=o)return i;let s=G(n,e,new Map(i)),l=i.findIndex(([c])=>s.has(c)),a=Math.max(0,Math.min(l===-1?0:l-Math.floor(o/4),i.length-o));return i.slice(a,a+o)}function G(e,t,r){let n=new Set;for(let o of e){if(!o.lines||o.job!==t)continue;let[i,s]=o.lines,l=o.message.split(`
`,1)[0]?.trim()??"",a=[...r].find(([c,f])=>c>=i&&c<=s&&l!==""&&f.includes(l));a?n.add(a[0]):r.has(i)&&n.add(i)}return n}function de(e,t){let r=[],n=null;for(let[o,i]of[...e].sort((s,l)=>s[0]-l[0]))n!==null&&o>n+1&&r.push({gap:o-n-1}),r.push({n:o,text:i,matched:t.has(o)}),n=o;return r}function K({rows:e},t){let r=Math.max(3,...e.map(n=>"n"in n?String(n.n).length:0));return e.map(n=>"n"in n?`${n.matched?">":" "} ${String(n.n).padStart(r)}  ${t(n.text)}`.trimEnd():`  ${" ".repeat(r)}  \u2026 ${n.gap} more`).join(`
`)}var Q=`
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
`;function k(e){return e>=.9?"sure":e>=.7?"fairly sure":e>=.5?"probably":"a guess"}function j(e){return`${pe(e)} (${w(e)})`}function C(e){return e>=.5?"good":e>=.2?"doubtful":"bad"}function pe(e){return e>=.8?"a re-run would probably pass":e>=.5?"a re-run may well pass":e>=.2?"a re-run might pass":"a re-run will not help"}function w(e){return Number.isFinite(e)?e>.99&&e<1?"0.99":e>0&&e<.01?"0.01":e.toFixed(2):"?"}function g({job:e,step:t},r){return[e,t].filter(Boolean).join(` ${r} `)}function M(e){return e?e[0]===e[1]?`line ${e[0]}`:`lines ${e[0]}-${e[1]}`:""}function v({file:e,line:t}){return e?t===void 0?e:`${e}:${t}`:""}function R({stats:e}){let t=[m(e.logs,"log"),m(e.lines,"line"),he(e.bytes)];return e.jobs>0&&t.push(`${e.failedJobs} of ${m(e.jobs,"job")} failed`),e.compared&&t.push("compared with a green run"),t.join(", ")}function m(e,t){return`${ge(e)} ${t}${e===1?"":"s"}`}function ge(e){return String(e).replace(/\B(?=(?:\d{3})+$)/g,",")}function he(e){return e<1e3?`${e} B`:e<1e6?`${(e/1e3).toFixed(e<1e4?1:0)} kB`:`${(e/1e6).toFixed(1)} MB`}var xe=80,be=200,Z=5;function X(e){let t=[ye(e),...T(e,xe).map(r=>we(r,e.failures[0])),...e.tests.map(Se),F("Why",e.explanation?`<p>${_(e.explanation)}</p>`:""),F("Next",O("ol",e.nextSteps.map(_))),F("Also failed",O("ul",e.failures.slice(1).map(Te))),F("Could not be read",O("ul",e.notes.map(r=>d(r.text)))),`<footer>read ${R(e)}, ${d(e.source.name)}</footer>`];return S(`${$e}
<title>${d(e.headline)}</title>
<style>${Q}</style>
</head>
<body>
<main>
${t.filter(Boolean).join(`
`)}
</main>
</body>
</html>
`)}var $e=`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">`;function ye(e){let{headline:t,category:r,confidence:n,transient:o,failures:i,highlights:s}=e,l=`<h1>${d(t)}</h1>`;if(i.length===0&&s.length===0)return`<header>${l}</header>`;let a=i[0];return["<header>",l,`<p class="facts"><span class="category">${r}</span> <span>${k(n)} (${w(n)})</span> <span class="${C(o)}">${j(o)}</span></p>`,a?`<p class="where">${ee(a)}</p>`:"",a&&!a.lines&&a.message?`<pre class="message">${d(a.message)}</pre>`:"","</header>"].filter(Boolean).join(`
`)}function we({job:e,rows:t},r){return`<section>${e!==null&&e!==r?.job?`<h2>${d(e)}</h2>
`:""}<div class="log" role="region" aria-label="Lines of the log" tabindex="0"><table>
${t.map(Me).join(`
`)}
</table></div></section>`}function Me(e){return"gap"in e?`<tr class="gap"><td></td><td>${m(e.gap,"line")} left out</td></tr>`:`<tr${e.matched?' class="matched"':""}><td>${e.n}</td><td>${d(e.text)}</td></tr>`}function Se(e){let t=Math.max(e.failed,e.failedTests.length);if(t===0)return"";let r=e.failedTests.slice(0,be),n=r.map(({name:a,message:c})=>`<b>${d(a)}</b>${c?`<pre>${I(c)}</pre>`:""}`),o=n.slice(Z),i=o.length>0?`<details><summary>${o.length} more</summary>
${O("ul",o)}</details>`:"",s=t>r.length?`<p>and ${t-r.length} more that are not named</p>`:"",l=`<p>${t} of ${m(Math.max(e.total,t),"test")}, ${d(e.framework)}</p>`;return F("Failed tests",[l,O("ul",n.slice(0,Z)),i,s].filter(Boolean).join(`
`))}function Te(e){let t=ee(e);return`${d(e.title)}${t?` <small>${t}</small>`:""}`}function ee(e){return[g(e,"\u203A"),M(e.lines),v(e)].filter(Boolean).map(d).join(", ")}function F(e,t){return t===""?"":`<section><h2>${e}</h2>
${t}</section>`}function O(e,t){return t.length===0?"":`<${e}>
${t.map(r=>`<li>${r}</li>`).join(`
`)}
</${e}>`}function d(e){return I(u(e))}var ke=/[\u034f\x7f-\x9f\xad\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\udb40/g;function L(e){return e.replace(ke,t=>`\\u${t.charCodeAt(0).toString(16).padStart(4,"0")}`).replace(/##(?=\[|vso\[|teamcity\[)/gi,"#\\u0023")}function te(e,{pretty:t=!1}={}){let r=JSON.stringify(e,null,t?2:void 0);return`${L(r)}
`}var je=/^[\p{Mn}\p{Me}\p{Cf}]$/u,ve=/^[\x20-\x7e]*$/;function p(e){if(ve.test(e))return e.length;let t=0;for(let r of e)t+=A(r);return t}function h(e,t){let r=[];for(let n of e.split(`
`)){let o="";for(let i of n.split(/ +/).flatMap(s=>Re(s,t)))o&&p(o)+1+p(i)>t?(r.push(o),o=i):o=o?`${o} ${i}`:i;r.push(o)}return r}function b(e,t,r){if(p(e)<=t)return e;let n=Math.max(0,t-p(r)),o=Math.floor(n/3);return N(e,n-o)+r+Ee(e,o)}function E(e,t,r){return p(e)<=t?e:N(e,t-p(r)).trimEnd()+r}function Re(e,t){if(p(e)<=t)return[e];let r=[],n=e;for(;p(n)>t;){let o=N(n,t)||(n.match(/^./su)?.[0]??n);r.push(o),n=n.slice(o.length)}return n?[...r,n]:r}function N(e,t){let r=0,n=0;for(let o of e){if(r+=A(o),r>t)break;n+=o.length}return e.slice(0,n)}function Ee(e,t){let r=0,n=e.length;for(let o of[...e.slice(-t*2)].reverse()){if(r+=A(o),r>t)break;n-=o.length}return e.slice(n)}function A(e){let t=e.codePointAt(0)??0;return t<768?1:je.test(e)?0:Fe(t)?2:1}function Fe(e){return e>=4352&&e<=4447||e>=11904&&e<=12350||e>=12353&&e<=42191||e>=43360&&e<=43388||e>=44032&&e<=55203||e>=63744&&e<=64255||e>=65072&&e<=65135||e>=65280&&e<=65376||e>=65504&&e<=65510||e>=127744&&e<=128591||e>=128640&&e<=128767||e>=128992&&e<=129003||e>=129280&&e<=129791||e>=131072&&e<=262141||[8986,8987,9193,9194,9195,9196,9200,9203,9725,9726,9748,9749,9855,9875,9889,9898,9899,9917,9918,9924,9925,9934,9940,9962,9970,9971,9973,9978,9981,9989,9994,9995,10024,10060,10062,10067,10068,10069,10071,10133,10134,10135,10160,10175,11035,11036,11088,11093].includes(e)}var Oe=40,Pe=240,q=20,De=25;function re(e,{maxBytes:t=6e4}={}){let r=[{name:"the headline",text:Ce(e),rank:0},{name:"the lines of the log",text:Le(e),rank:2},{name:"the failed tests",text:e.tests.map(_e).filter(Boolean).join(`

`),rank:4},{name:"the explanation",text:U("Why",ne(e.explanation,2e3)),rank:3},{name:"the next steps",text:U("Next steps",e.nextSteps.slice(0,20).map((n,o)=>`${o+1}. ${ne(n,600)}`).join(`
`)),rank:1},{name:"the other failures",text:Be(e.failures.slice(1)),rank:5},{name:"the notes",text:U("Could not be read",e.notes.slice(0,20).map(n=>`- ${x(n.text,400)}`).join(`
`)),rank:6},{name:"what was read",text:`<sub>read ${R(e)}</sub>`,rank:7}];return`${S(We(r.filter(n=>n.text!==""),t))}
`}function We(e,t){let r=[...e],n=[];for(;;){let o=n.length>0?[`_Left out for want of room: ${n.join(", ")}._`]:[],i=[...r.map(l=>l.text),...o].join(`

`),s=r.toSorted((l,a)=>a.rank-l.rank)[0];if(new TextEncoder().encode(i).length+1<=t||s===void 0||s.rank===0)return i;r.splice(r.indexOf(s),1),n.push(s.name)}}function Ce({headline:e,category:t,confidence:r,transient:n,failures:o,highlights:i}){let s=`### ${o.length>0?"\u274C ":""}${x(e,300)}`;if(o.length===0&&i.length===0)return s;let l=`**${t}** \xB7 ${k(r)} (${w(r)}) \xB7 ${j(n)}`,a=o[0];return[s,l,a?oe(a):""].filter(Boolean).join(`

`)}function oe(e){return[x(g(e,"\u203A"),300),M(e.lines),x(v(e),300)].filter(Boolean).join(", ")}function Le(e){let t=e.failures[0],r=T(e,Oe);return[t&&!r.some(o=>o.rows.some(i=>"n"in i&&i.matched))?B(ie(t.message.split(`
`,1)[0]??"")):"",...r.map((o,i)=>Ie(o,i===0,t))].filter(Boolean).join(`

`)}function Ie(e,t,r){let n=e.job!==null&&e.job!==r?.job?` of ${x(e.job,120)}`:"",o=m(e.rows.filter(i=>"n"in i).length,"line");return`<details${t?" open":""}><summary>${o} of the log${n}</summary>

${B(K(e,ie))}

</details>`}function _e(e){let t=Math.max(e.failed,e.failedTests.length);if(t===0)return"";let r=e.failedTests.slice(0,De),n=r.map(({name:i,message:s})=>`- ${x(i,200)}${s?`: ${x(s.trim().split(`
`,1)[0]??"",300)}`:""}`),o=t-r.length>0&&r.length>0?[`- and ${t-r.length} more`]:[];return[`**Failed tests**: ${t} of ${m(Math.max(e.total,t),"test")}, ${x(e.framework,40)}`,"",...n,...o].join(`
`).trimEnd()}function Be(e){if(e.length===0)return"";let t=e.slice(0,q).map(n=>`| ${x(n.title,160)} | ${n.category} | ${oe(n)} |`),r=e.length>q?[`| and ${e.length-q} more | | |`]:[];return["| Also failed | Category | Where |","| --- | --- | --- |",...t,...r].join(`
`)}function U(e,t){return t===""?"":`**${e}**

${t}`}function x(e,t){return V(E(u(e),t,"\u2026"))}function ne(e,t){return Y(E(u(e),t,"\u2026").trim())}function ie(e){return b(u(e),Pe,"\u2026")}function ae(e){return`${L(JSON.stringify(Ne(e),null,2))}
`}function Ne(e){let t=[...new Map(e.failures.map(n=>[P(n),n])).values()],r=t.map(P);return{$schema:"https://json.schemastore.org/sarif-2.1.0.json",version:"2.1.0",runs:[{tool:{driver:{name:"sherpa",rules:t.map(Ae)}},automationDetails:{id:`sherpa/${u(e.source.name)}`},columnKind:"utf16CodeUnits",results:e.failures.map(n=>qe(n,r.indexOf(P(n)))),properties:{headline:u(e.headline),category:e.category,confidence:e.confidence,transient:e.transient}}]}}function Ae(e){return{id:P(e),shortDescription:{text:le(e.rule?e.rule:`a failure of category ${e.category}`)},defaultConfiguration:{level:"error"},properties:{category:e.category,tags:["ci",e.category]}}}function qe(e,t){let{title:r,message:n,fingerprint:o,confidence:i,category:s,job:l,step:a,lines:c}=e,f=n!==""&&!r.includes(n)?`${r}
${n}`:r;return{ruleId:P(e),ruleIndex:t,level:"error",message:{text:le(f)||"failure"},locations:Ue(e),partialFingerprints:{"sherpa/v1":o},rank:Math.round(Math.min(1,Math.max(0,i))*1e3)/10,properties:{category:s,confidence:i,job:se(l),step:se(a),...c&&{logLines:c}}}}function Ue(e){let t=ze(e.file),r=g(e,"/");if(t===null&&r==="")return[];let n=e.line!==void 0&&Number.isInteger(e.line)&&e.line>=1?{region:{startLine:e.line}}:{};return[{...t!==null&&{physicalLocation:{artifactLocation:{uri:t,uriBaseId:"%SRCROOT%"},...n}},...r!==""&&{logicalLocations:[{name:u(e.step??e.job??""),fullyQualifiedName:u(r),kind:e.step?"step":"job"}]}}]}function ze(e){let t=u(e??"").replace(/\\/g,"/").replace(/^(?:\.\/)+/,"");return t===""||t.startsWith("/")||/^[A-Za-z][\w+.-]*:/.test(t)||t.split("/").includes("..")?null:encodeURI(t).replace(/[?#]/g,encodeURIComponent)}function P({rule:e,category:t}){return u(e??`sherpa/${t}`)}function le(e){return W(e).replace(/[\\[\]]/g,"\\$&")}function se(e){return e===null?null:u(e)}var $={headline:[1,22],bad:[31,39],good:[32,39],doubtful:[33,39],title:[1,22],matched:[1,22],quiet:[2,22],name:[36,39]};function ue({color:e}){let t=([r,n])=>o=>e&&o?`\x1B[${r}m${o}\x1B[${n}m`:o;return{headline:t($.headline),bad:t($.bad),good:t($.good),doubtful:t($.doubtful),title:t($.title),matched:t($.matched),quiet:t($.quiet),name:t($.name)}}var Je=30,He=10,Ve=8,Ye=96;function ce(e,{width:t=80,color:r=!1,unicode:n=!0}={}){let o={width:Math.max(24,t),paint:ue({color:r}),signs:n?Ge:Ke},i=T(e,Je),l=[Qe(e,o),Ze(e,o),Xe(e,i,o),...i.map(a=>et(a,e,o)),...e.tests.map(a=>nt(a,o)),ot("Why",e.explanation,o),it(e.nextSteps,o),st(e.failures,o),at(e,o),h(`read ${R(e)}`,y(o)).map(a=>`  ${o.paint.quiet(a)}`)].filter(a=>a.length>0).map(a=>a.join(`
`));return`${S(l.join(`

`))}
`}var Ge={bad:"\u2716",none:"\u2022",rerun:"\u21BB",bar:"\u2502",matched:"\u25B8",gap:"\u22EE",more:"\u2026",into:"\u203A",dot:"\xB7"},Ke={bad:"x",none:"*",rerun:"~",bar:"|",matched:">",gap:":",more:"...",into:">",dot:"-"};function Qe(e,t){let{paint:r,signs:n}=t,o=e.failures.length>0,i=o?r.bad(n.bad):n.none,s=h(u(e.headline),y(t)).map((c,f)=>`${f===0?i:" "} ${r.headline(c)}`);if(!o&&e.highlights.length===0)return s;let l=`${e.category} ${n.dot} ${k(e.confidence)} (${w(e.confidence)})`,a=h(j(e.transient),y(t)-2);return[...s,`  ${l}`,...a.map((c,f)=>`  ${r[C(e.transient)](`${f===0?n.rerun:" "} ${c}`)}`)]}function Ze({failures:e},t){let r=e[0];if(!r)return[];let n=u(v(r));return[[u(g(r,t.signs.into)),M(r.lines)].filter(Boolean).join(", "),n].filter(Boolean).flatMap(i=>h(i,y(t)).map(s=>`  ${t.paint.name(s)}`))}function Xe({failures:e,headline:t},r,n){let o=z(e[0]?.message??""),i=[t,...r.flatMap(({rows:s})=>s.map(l=>"n"in l?l.text:""))];return o===""||i.some(s=>u(s).includes(o))?[]:h(o,y(n)).map(s=>`  ${s}`)}function et({job:e,rows:t},{failures:r},n){let o=Math.max(3,...t.map(s=>"n"in s?String(s.n).length:0));return[...e!==null&&e!==r[0]?.job?[`  ${n.paint.name(E(u(e),n.width-2,n.signs.more))}`]:[],...t.map(s=>tt(s,o,n))]}function tt(e,t,{width:r,paint:n,signs:o}){if("gap"in e)return`  ${" ".repeat(t)} ${n.quiet(`${o.gap} ${m(e.gap,"line")}`)}`;let i=`${String(e.n).padStart(t)} `,s=b(u(e.text),r-t-5,o.more);return e.matched?`${n.bad(o.matched)} ${i}${n.bad(o.bar)} ${n.matched(s)}`.trimEnd():`  ${n.quiet(`${i}${o.bar}`)} ${s}`.trimEnd()}function nt(e,t){let r=Math.max(e.failed,e.failedTests.length);if(r===0)return[];let{paint:n,signs:o}=t,i=e.failedTests.slice(0,He),s=r-i.length;return[...D("Failed tests",`${r} of ${m(Math.max(e.total,r),"test")}, ${u(e.framework)}`,t),...i.flatMap((l,a)=>rt(l,i[a-1],t)),...s>0&&i.length>0?[`  ${n.quiet(`${o.more} and ${s} more`)}`]:[]]}function rt({name:e,message:t},r,{width:n,paint:o,signs:i}){let s=z(t??""),l=b(u(e),n-4,i.more),a=s===""||e.includes(s)||s===z(r?.message??"")?[]:[s];return[`  ${o.bad(i.bad)} ${l}`,...a.map(c=>`    ${o.quiet(b(c,n-4,i.more))}`)]}function z(e){return u(W(e).split(`
`).find(t=>t.trim()!=="")?.trim()??"")}function ot(e,t,r){return t.trim()===""?[]:[...D(e,"",r),...h(u(t),y(r)).map(n=>`  ${n}`)]}function it(e,t){if(e.length===0)return[];let r=e.flatMap((n,o)=>{let i=`${o+1}. `;return h(u(n),y(t)-i.length).map((s,l)=>`  ${l===0?i:" ".repeat(i.length)}${s}`)});return[...D("Next","",t),...r]}function st([e,...t],r){if(t.length===0)return[];let{paint:n,signs:o,width:i}=r,s=t.slice(0,Ve).map(a=>{let f=[a.job!==e?.job||a.step!==e?.step?u(g(a,o.into)):"",M(a.lines)].filter(Boolean).join(", "),J=b(u(a.title),i-4,o.more),H=i-4-p(J)-2,fe=f&&H>=12?`  ${n.quiet(b(f,H,o.more))}`:"";return`  ${o.dot} ${J}${fe}`}),l=t.length-s.length;return[...D("Also failed","",r),...s,...l>0?[`  ${n.quiet(`${o.more} and ${l} more`)}`]:[]]}function at({notes:e},t){if(e.length===0)return[];let{paint:r,signs:n}=t;return[...D("Could not be read","",t),...e.flatMap(({text:o})=>h(u(o),y(t)-2).map((i,s)=>`  ${r.doubtful(s===0?n.dot:" ")} ${i}`))]}function D(e,t,{width:r,paint:n,signs:o}){let i=E(t,r-e.length-4,o.more);return[`  ${n.title(e)}${i?`  ${n.quiet(i)}`:""}`]}function y({width:e}){return Math.min(e,Ye)-2}var At={text:ce,json:te,markdown:re,html:X,sarif:ae};export{At as a};

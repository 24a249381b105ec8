async function p(t,e){let[{safeTextWithout:n},{tokenValues:a}]=await Promise.all([import("./safe-text-2EZ4KWHF.js"),import("./token-values-HGVRUMR4.js")]),s=n(a(e.variables));return e.progress.clear(),e.err.write(s(r(i(t)?t:c(t)))),e.variables.SHERPA_DEBUG&&e.err.write(s(o(t))),i(t)?t.kind:"unexpected"}var i=t=>t instanceof Error&&t.name==="SherpaError",r=({message:t,code:e,hint:n})=>`\u2716 ${t} [${e}]
${n?`hint: ${n}
`:""}`,c=t=>({code:"unexpected",message:`sherpa met something it did not expect: ${t instanceof Error?t.message:String(t)}`,hint:"run it again with SHERPA_DEBUG=1 and open an issue with what it prints"});function o(t){if(!(t instanceof Error))return`${String(t)}
`;let e=`${t.stack??t.message}
`;return t.cause===void 0?e:`${e}caused by ${o(t.cause)}`}export{p as a};

/** The look of the page; colours keep a contrast of 4.5 to 1 in both schemes. */
export const STYLE = `
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
`

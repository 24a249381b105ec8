/** The look of the page; colours of letters keep a contrast of 4.5 to 1, those of lines and bars 3 to 1, in both schemes. */
export const STYLE = `
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
details .scroll{max-height:24rem;overflow-y:auto}details .scroll.cards{max-height:none}
table{border-collapse:collapse;width:100%;font-size:.875rem;font-variant-numeric:tabular-nums}
th,td{padding:.4rem .75rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
td{overflow-wrap:break-word;max-width:32rem}
tbody tr:last-child>*{border-bottom:0}
thead th{position:sticky;top:0;background:var(--block);color:var(--soft);font-weight:500;white-space:nowrap;z-index:1}
tbody th{font-weight:400;white-space:nowrap}
.long{min-width:16rem}
.quiet{color:var(--soft)}
.badge{display:inline-block;border:1px solid currentColor;border-radius:999px;padding:0 .5rem;font-size:.8125rem;font-weight:500;white-space:nowrap}
.tests td{vertical-align:middle}
.tests .what{width:40%;min-width:14rem}.tests .what b{overflow-wrap:anywhere;font-weight:600}.tests .what small{display:block}
.tests .count small,.tests .since small{font-size:inherit}.tests .since small{display:none}
.tests .rate{width:13rem}
.tests .rate .figures{display:flex;justify-content:space-between;gap:.75rem;white-space:nowrap}
.range{display:block;width:100%;min-width:9rem;height:.75rem}
.range .span{fill:var(--bar)}.range .mark{stroke:var(--ink);stroke-width:2}
.strip{display:block;width:7rem;height:1.5rem}
.axis{display:grid;grid-template-columns:10% 21.6% 39.1% auto;font-size:.6875rem;line-height:1}
.axis i{font-style:normal;text-align:right;transform:translateX(50%)}
code{font-size:.8125rem;background:var(--block);border-radius:4px;padding:.05rem .3rem}
.kinds{list-style:none;margin:0 0 .5rem;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr));gap:.75rem}
.kinds li{background:var(--block);border:1px solid var(--line);border-radius:8px;padding:.6rem .9rem;min-width:0}
.kinds p{margin:0}.kinds p:first-child,.kinds p:last-child{color:var(--soft);font-size:.875rem}
.kinds .said{font:.8125rem/1.45 ui-monospace,SFMono-Regular,Menlo,monospace;margin:.15rem 0 .35rem}
.number{text-align:right;white-space:nowrap}
time{white-space:nowrap}.anomalies p+p time{font-size:inherit;color:inherit}
.anomalies{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));gap:.75rem 2rem}
.anomalies li{border-left:3px solid var(--line);padding-left:.75rem}
.anomalies li:has(.bad){border-color:var(--bad-bar)}
.anomalies p{margin:0}
footer{border-top:1px solid var(--line);padding-top:.75rem}
:focus-visible{outline:2px solid var(--first);outline-offset:2px}
@media (max-width:40rem){.scroll table{width:max-content;min-width:100%}.scroll td{max-width:22rem}main{padding:1.25rem .9rem 3rem}h1{font-size:1.25rem}.tiles{grid-template-columns:1fr 1fr;gap:.5rem}.tiles div{padding:.6rem .75rem}.tiles dt+dd{font-size:1.125rem}.plot svg{height:7.5rem}}
@media (max-width:40rem){.cards{border:0;border-radius:0;overflow:visible}.scroll.cards table,.cards tbody{display:block;width:100%}.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.cards tr{display:grid;grid-template-columns:1fr auto auto;gap:.35rem .75rem;align-items:center;border:1px solid var(--line);border-radius:8px;padding:.7rem .9rem;margin-bottom:.5rem}.scroll.cards td{display:block;border:0;padding:0;max-width:none;min-width:0;width:auto}.tests .what{grid-column:1/3;grid-row:1}.tests .state{grid-column:3;grid-row:1;align-self:start}.tests .rate{grid-column:1/-1}.tests .count::before{content:"failed "}.tests .lost::before{content:"lost "}.tests .figures::before{content:"without a reason"}.tests .count::before,.tests .lost::before,.tests .figures::before{color:var(--soft)}.tests .count{text-align:left}.tests .lost{grid-column:2/-1}.tests .trend{grid-column:1/-1;order:1}.strip{width:100%}.tests .since{grid-column:1/-1;order:2}.tests .since small{display:inline}}
@media print{.scroll,details .scroll{overflow:visible;max-height:none}}
`

function r(n){let t=["B","kB","MB","GB"],o=Math.min(t.length-1,n<1e3?0:Math.floor(Math.log10(n)/3));return`${(n/1e3**o).toFixed(o===0||n/1e3**o>=10?0:1)} ${t[o]}`}export{r as a};

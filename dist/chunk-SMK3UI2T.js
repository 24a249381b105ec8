import{b as t,c as n,d as r}from"./chunk-QE4XKEQU.js";var a=e=>r(t(e)),m=({title:e,style:o,body:i})=>n(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${a(e)}</title>
<style>${o}</style>
</head>
<body>
<main>
${i.filter(Boolean).join(`
`)}
</main>
</body>
</html>
`);export{a,m as b};

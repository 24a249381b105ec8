import{a as o}from"./chunk-26HDGRIY.js";var i=e=>({...e,tests:e.tests.map(({failedTests:t,...s})=>({...s,failedTests:t.map(n=>n.name),failedTestDetails:t}))});function a(e,{pretty:t=!1}={}){let s=JSON.stringify(i(e),null,t?2:void 0);return`${o(s)}
`}export{i as a,a as b};

var l=({reports:t,logs:s})=>new Set([...t,...s.flatMap(e=>e.tests)].flatMap(e=>e.failedTests.map(({name:a})=>a)));export{l as a};

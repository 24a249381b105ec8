var d=e=>Object.fromEntries(Object.entries(e).filter(([,n])=>n!==void 0));export{d as a};

var t=o=>({...o,budgets:{...o.budgets,coolDownMinutes:0}});export{t as a};

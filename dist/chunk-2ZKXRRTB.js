var n=({LC_ALL:i,LC_CTYPE:t,LANG:e,TERM:s})=>s==="linux"||/^(?:C|POSIX)$/.test(i||t||e||"");export{n as a};

#!/usr/bin/env node
var o="22.13";function s(e){let r=e.split(".").map(Number),t=o.split(".").map(Number);return Number(r[0])<Number(t[0])||r[0]===t[0]&&Number(r[1])<Number(t[1])?`\u2716 sherpa needs Node ${o} or newer, and this is Node ${e} [node-too-old]
hint: install Node 24, or call sherpa with a newer one`:""}var n=s(process.versions.node);n?(console.error(n),process.exitCode=2):import("./start-4ZVZOSSG.js").then(e=>e.start());

import{a as o}from"./chunk-2MLYU5W2.js";import"./chunk-IYWUY3VA.js";var s=process.getBuiltinModule("node:fs").writeFileSync;var n=process.getBuiltinModule("node:path").join;var r=String.raw`# yaml-language-server: $schema=./node_modules/sherpa-ci/schemas/sherpa.schema.json
# Configuration of sherpa. Everything here is optional; what is commented out shows a value that works.
version: 1

# How a diagnosis is told. --format, --json and --highlights win over it.
# report:
#   format: text            # text, json, markdown, html or sarif
#   highlights: 5           # excerpts to show

# A log of a green run of the same job, as a path from this folder: what it prints, too, is not news.
# baseline: ci/green.log

# Where the history is kept: a file, as a path from this folder, or a PostgreSQL database. --store and SHERPA_STORE win over it.
# store: postgres://ci@db.example/history

# Built-in rules that never apply here, by id, or tool/* for all of a tool. See: sherpa rules list
# disable:
#   - npm/eresolve

# What to hide beyond what sherpa recognises by itself.
# redact:
#   env:                    # variables whose values are secret
#     - DEPLOY_KEY
#   patterns:               # (?i) ignores case
#     - 'acme-[0-9a-f]{32}'

# Failures that only you know. A rule with the id of a built-in one replaces it. Try them with: sherpa rules test
# Patterns are RE2 (https://github.com/google/re2/wiki/Syntax): no look-around, no back-references, and never slow.
# rules:
#   - id: acme-proxy/refused
#     category: network     # test, compile, lint, dependency, network, rate_limit, auth, config, runner, resource, timeout, deploy, crash, cancelled
#     title: The proxy refuses connections to {host}
#     needles:              # one of these stands in every line that matches
#       - 'acme-proxy:'
#     pattern: '^acme-proxy: (?<host>\S+) refused'
#     flags: i
#     role: cause           # cause, summary (a tool failed) or symptom (told better elsewhere)
#     extent:               # lines that belong to the message
#       before: 0
#       after: 1
#       while: '^acme-proxy:'
#     transient: 0.8        # probability that a plain re-run passes
#     explanation: The proxy drops connections while it restarts, every night around two.
#     remedies:
#       - Re-run the job.
#       - Ask in the channel of the network team.
#     examples:
#       match:
#         - text: 'acme-proxy: registry.acme.test refused (503)'
#           captures: { host: registry.acme.test }
#       miss:
#         - 'acme-proxy: all upstreams healthy'

# What sherpa may do by itself.
# policy:
#   preset: suggest         # off, suggest (shows what could be done), assist (acts when approved), auto-rerun
`;var x=async({force:e},{directory:t,out:i})=>{try{s(n(t,"sherpa.yml"),r,{flag:e?"w":"wx"})}catch(c){throw l(c)}return i.write(`Wrote sherpa.yml: every setting is in it, commented out.
Try a rule of your own with: sherpa rules test
`),"nothing failed"};function l(e){let t=e instanceof Error&&"code"in e?String(e.code):String(e);return t==="EEXIST"?new o({code:"config-exists",kind:"usage",message:"sherpa.yml is already there",hint:"use --force to replace it"}):new o({code:"not-written",kind:"world",message:`sherpa.yml cannot be written: ${t}`},{cause:e})}export{x as runInit};

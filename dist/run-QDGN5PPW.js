import{a as t}from"./chunk-2MLYU5W2.js";import"./chunk-VUJKWCT3.js";var s=process.getBuiltinModule("node:fs").writeFileSync;var n=process.getBuiltinModule("node:path").join;var r=String.raw`# yaml-language-server: $schema=./node_modules/sherpa-ci/schemas/sherpa.schema.json
# Configuration of sherpa. Everything here is optional; what is commented out shows a value that works.
version: 1

# How a diagnosis is told. --format, --json and --highlights win over it.
# report:
#   format: text            # text, json, markdown, html or sarif
#   highlights: 5           # excerpts to show

# How sherpa canary and bisect try commits: in containers of an image, without a network unless one is named.
# canary:
#   image: node:24
#   network: bridge
#   memory: 2GB
#   cpus: 2

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

# Commands that may be run to heal, by name; without a shell, and with nothing put into them.
# commands:
#   restart-proxy:
#     run: [systemctl, restart, acme-proxy]
#     for: [acme-proxy/refused]   # categories, rules, or tool/*
#     verify: [curl, -fsS, http://127.0.0.1:3128/health]
#     timeoutSeconds: 60
#     env: [LANG]           # variables that it sees, beside PATH
#     risk: low             # low, medium, high

# What sherpa may do. See what a policy allows with: sherpa policy check
# policy:
#   preset: suggest         # off, suggest (shows what could be done), assist (acts when approved), auto-rerun
#   remedies:               # one by one: off, suggest, ask or auto
#     rerun-failed-jobs: ask
#     open-issue: auto
#   rules:                  # the first that applies decides, before remedies and preset are asked
#     - when: { labels: do-not-touch }
#       then: off
#       because: the pull request asks to be left alone
#     - remedy: [rerun-failed-jobs, rerun-job]
#       when:               # all of these; of a list any; what is not known counts against the action
#         category: [network, rate_limit, runner]
#         confidence: '>= 0.8'
#         branch: [main, 'release/*']
#         fork: false
#         time: { days: [mon, tue, wed, thu, fri], hours: 08:00-18:00, zone: UTC }
#       then: auto
#       because: what the network broke mends itself
#   budgets:                # what no rule loosens
#     perRun: 2
#     perCommit: 3
#     perFingerprintPerDay: 6
#     perRepositoryPerDay: 40
#     minutesPerDay: 600
#     coolDownMinutes: 15
#     attemptCap: 3
#   breaker:                # after so many heals that did not heal, none; after so long one may try
#     opensAfter: 3
#     probeAfterMinutes: 60
#   outage:                 # of more at once, a person decides: failed jobs and share of tests in a run, red workflows in an hour
#     failedJobs: 5
#     failedTests: 0.8
#     redWorkflows: 5
#   approvers: []           # logins of who may say yes; none: whoever may write to the repository
#   approvalMinutes: 30     # how long a yes holds; it is for one plan and one use
#   killSwitch:             # a label on an open issue of the run's repository, or a variable of the repository or the environment: nothing is done
#     label: sherpa-off
#     variable: SHERPA_OFF
#   # An Open Policy Agent in place of remedies and rules: a server, or what opa build -t wasm made.
#   # opa: { url: 'http://127.0.0.1:8181', decision: sherpa/decision }
#   # opa: { bundle: policy.tar.gz, entrypoint: sherpa/decision }
`;var g=async({force:e},{directory:o,out:i})=>{try{s(n(o,"sherpa.yml"),r,{flag:e?"w":"wx"})}catch(c){throw l(c)}return i.write(`Wrote sherpa.yml: every setting is in it, commented out.
Try a rule of your own with: sherpa rules test
`),"nothing failed"};function l(e){let o=e instanceof Error&&"code"in e?String(e.code):String(e);return o==="EEXIST"?new t({code:"config-exists",kind:"usage",message:"sherpa.yml is already there",hint:"use --force to replace it"}):new t({code:"not-written",kind:"world",message:`sherpa.yml cannot be written: ${o}`},{cause:e})}export{g as runInit};

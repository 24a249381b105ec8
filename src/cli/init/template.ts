/** What `sherpa init` writes. The settings are those of src/core/config/schema.ts; uncommented, the examples are valid. */
export const TEMPLATE = String.raw`# yaml-language-server: $schema=./node_modules/sherpa-ci/schemas/sherpa.schema.json
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

# Commands that may be run to heal, by name; without a shell, and with nothing put into them.
# commands:
#   restart-proxy:
#     run: [systemctl, restart, acme-proxy]
#     for: [acme-proxy/refused]   # categories, rules, or tool/*
#     verify: [curl, -fsS, http://127.0.0.1:3128/health]
#     timeoutSeconds: 60
#     env: [LANG]           # variables that it sees, beside PATH
#     risk: low             # low, medium, high

# What sherpa may do by itself.
# policy:
#   preset: suggest         # off, suggest (shows what could be done), assist (acts when approved), auto-rerun
`

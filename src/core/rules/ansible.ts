import type { Rule } from '../model/rule.ts'

/** Ansible. */
export const rules: readonly Rule[] = [
  {
    id: 'ansible/task',
    category: 'deploy',
    title: "An Ansible task failed on '{host}'",
    needles: ['fatal: ['],
    pattern: /^fatal: \[(?<host>[\w.@:>\s-]{1,120})\]: FAILED! =>/,
    extent: { before: 2, after: 1, while: /^\s{2,}|^\}/ },
    transient: 0.15,
    explanation: 'A task returned an error on that host; `msg` in the block says what.',
    remedies: ['Read `msg` and `stderr` of the task; run it again with `-vvv`.'],
    examples: {
      match: [
        {
          text: 'fatal: [web1]: FAILED! => {"changed": false, "msg": "No package matching \'cart\' found"}',
          captures: { host: 'web1' },
        },
      ],
      miss: ['ok: [web1]', 'fatal: [web1]: UNREACHABLE! => {}'],
    },
  },
  {
    id: 'ansible/unreachable',
    category: 'network',
    title: "Ansible cannot reach '{host}'",
    needles: ['unreachable!'],
    pattern: /^fatal: \[(?<host>[\w.@:>\s-]{1,120})\]: UNREACHABLE! =>/,
    extent: { before: 2, after: 1 },
    transient: 0.4,
    explanation: 'SSH to the host failed: it is down, a firewall is between, or the key is not accepted.',
    remedies: ['Read `msg`: “Permission denied” is the key, “timed out” the network.'],
    examples: {
      match: [
        {
          text: 'fatal: [web1]: UNREACHABLE! => {"changed": false, "msg": "Failed to connect to the host via ssh"}',
          captures: { host: 'web1' },
        },
      ],
      miss: ['web1 : ok=3 changed=0 unreachable=0 failed=0'],
    },
  },
  {
    id: 'ansible/config',
    category: 'config',
    title: 'Ansible cannot run the playbook: {message}',
    needles: ['error! ', 'playbook', 'decryption failed', 'vault secrets'],
    pattern:
      /^(?:##\[error\])?(?:ERROR! |\[ERROR\]: )(?<message>the playbook: [^\n]{1,120}|couldn't resolve module[^\n]{0,120}|Syntax Error[^\n]{0,80}|the role '[^'\n]{1,80}' was not found|Attempting to decrypt but no vault secrets found|Decryption failed[^\n]{0,80}|Unexpected Exception[^\n]{0,120}|[^\n]{3,120})/,
    extent: { after: 8 },
    transient: 0.03,
    explanation:
      'The playbook or its parts cannot be loaded: a missing collection or role, a syntax error, or no vault password.',
    remedies: [
      'Install requirements: `ansible-galaxy install -r requirements.yml`.',
      'Pass the vault password as a secret file.',
    ],
    examples: {
      match: [
        {
          text: "ERROR! couldn't resolve module/action 'acme.cart.deploy'. This often indicates a misspelling, missing collection, or incorrect module path.",
        },
      ],
      miss: ['[WARNING]: playbook without hosts'],
    },
  },
  {
    id: 'ansible/recap',
    category: 'deploy',
    title: "Ansible: {count} failed on '{host}'",
    needles: ['unreachable='],
    pattern:
      /^(?<host>[\w.@-]{1,100})\s{1,60}: ok=\d+\s+changed=\d+\s+(?:unreachable=[1-9]\d{0,5}\s+failed=\d+|unreachable=\d+\s+failed=(?<count>[1-9]\d{0,5}))/,
    role: 'summary',
    transient: 0.2,
    explanation: 'The recap at the end of a play; the task that failed stands above.',
    remedies: ['Search for “fatal:” above.'],
    examples: {
      match: [
        {
          text: 'web1                       : ok=3    changed=0    unreachable=0    failed=1    skipped=2',
          captures: { host: 'web1', count: '1' },
        },
      ],
      miss: ['web1 : ok=3 changed=0 unreachable=0 failed=0'],
    },
  },
]

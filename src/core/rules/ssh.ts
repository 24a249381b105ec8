import type { Rule } from '../model/rule.ts'

/** OpenSSH and what runs over it (scp, rsync, git@). */
export const rules: readonly Rule[] = [
  {
    id: 'ssh/publickey',
    category: 'auth',
    title: 'ssh: no key was accepted',
    needles: [
      'permission denied (publickey',
      'permission denied, please try again',
      'permission denied (password',
      'no supported authentication methods',
      'too many authentication failures',
      'unable to authenticate',
      'permission denied (keyboard',
    ],
    pattern:
      /Permission denied \((?:publickey|password|keyboard-interactive|gssapi)[^)\n]{0,100}\)|Permission denied, please try again|No supported authentication methods available|Too many authentication failures|ssh: unable to authenticate|handshake failed: ssh: unable to authenticate/,
    extent: { after: 4 },
    transient: 0.05,
    explanation:
      'The server accepts none of the keys that the job offers: the private key is not loaded, damaged (line ends!), or not registered on the server.',
    remedies: [
      'Check with `ssh -vT` which keys are offered; load the key with ssh-agent.',
      'Store the key secret with its final newline and register its public half (deploy key) on the server.',
    ],
    examples: {
      match: [
        { text: 'git@github.com: Permission denied (publickey).' },
        {
          text: 'ssh: handshake failed: ssh: unable to authenticate, attempted methods [none publickey], no supported methods remain',
        },
      ],
      miss: ['Permission denied: ./run.sh', 'bash: ./gradlew: Permission denied'],
    },
  },
  {
    id: 'ssh/host-key',
    category: 'config',
    title: 'ssh: the host key is not known or has changed',
    needles: [
      'host key verification failed',
      'remote host identification has changed',
      'no matching host key',
      'knownhosts: key',
      'host key for',
    ],
    pattern:
      /Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED|no matching (?:host key type|key exchange method|cipher) found|knownhosts: key (?:is unknown|mismatch)|No \w{1,12} host key is known for (?<host>\S{1,100})/,
    extent: { after: 4 },
    transient: 0.05,
    explanation: 'The client cannot check who the server is: known_hosts has no entry, or another one than the server shows now.',
    remedies: [
      'Add the published key of the host to known_hosts (`ssh-keyscan HOST`, compared with what the vendor publishes).',
      'If it changed, find out why before you accept it.',
    ],
    examples: {
      match: [
        { text: 'Host key verification failed.' },
        { text: 'Unable to negotiate with 10.0.0.7 port 22: no matching host key type found. Their offer: ssh-rsa' },
      ],
      miss: ['Warning: Permanently added the ED25519 host key for 10.0.0.7 to the list of known hosts.'],
    },
  },
  {
    id: 'ssh/bad-key',
    category: 'config',
    title: 'The SSH key of the job cannot be read',
    needles: [
      'error in libcrypto',
      'invalid format',
      'invalid privatekey',
      'bad permissions',
      'unprotected private key',
      'not a valid private key',
      'error loading key',
      'incorrect passphrase',
      'no key found',
      'ssh-private-key',
    ],
    pattern:
      /(?:Load key|Error loading key) [^\n]{1,200}: (?:error in libcrypto|invalid format|[Bb]ad permissions|incorrect passphrase)|UNPROTECTED PRIVATE KEY FILE|ssh: no key found|The ssh-private-key argument is empty/,
    extent: { after: 3 },
    transient: 0.02,
    explanation:
      'The private key is empty, damaged (its line ends or last newline are lost), protected by a passphrase, or readable by others.',
    remedies: [
      'Store the key again, whole, with its last newline; check that the secret exists for this event (forks have none).',
      'Run `chmod 600` on the key file.',
    ],
    examples: {
      match: [
        { text: 'Load key "/root/.ssh/id_rsa": error in libcrypto' },
        { text: 'Error: The ssh-private-key argument is empty. Maybe the secret has not been configured' },
      ],
      miss: ['date has an invalid format'],
    },
  },
  {
    id: 'ssh/connect',
    category: 'network',
    title: "ssh could not connect to host '{host}'",
    needles: [
      'ssh: connect to host',
      'ssh: could not resolve',
      'kex_exchange_identification',
      'connection closed by',
      'ssh_exchange_identification',
      'connection timed out during banner',
      'ssh_dispatch_run_fatal',
      'dial tcp',
    ],
    pattern:
      /ssh: connect to host (?<host>\S{1,120}) port|ssh: Could not resolve hostname|(?:kex|ssh)_exchange_identification: |^Connection (?:closed|reset) by (?:remote host|[\d.a-f:]{3,45}|UNKNOWN) port \d+|Connection timed out during banner exchange|ssh_dispatch_run_fatal: /,
    transient: 0.6,
    explanation:
      'The SSH server did not answer, or closed before the login: it is down, a firewall keeps the runner out, or too many connections are open.',
    remedies: [
      'Re-run; if it returns, check the firewall rules for the addresses of the runner.',
      'Check host and port; reduce parallel connections.',
    ],
    examples: {
      match: [
        { text: 'ssh: connect to host 10.0.0.7 port 22: Connection timed out', captures: { host: '10.0.0.7' } },
        { text: 'kex_exchange_identification: Connection closed by remote host' },
      ],
      miss: ['Connection closed by the test.'],
    },
  },
  {
    id: 'ssh/rsync',
    category: 'network',
    title: 'rsync failed: {message}',
    needles: ['rsync error:', 'rsync: connection unexpectedly', 'lost connection'],
    pattern: /rsync error: (?<message>[^\n(]{3,100})|rsync: connection unexpectedly closed|^(?:scp: )?lost connection\s*$/i,
    role: 'summary',
    extent: { before: 2 },
    transient: 0.4,
    explanation: 'rsync or scp gave up; the line above says whether the connection, the rights or a missing file was the reason.',
    remedies: ['Read the line above.', 'For a cut connection, re-run; for code 23, check the paths and rights on both sides.'],
    examples: {
      match: [
        {
          text: 'rsync error: unexplained error (code 255) at io.c(228) [sender=3.2.7]',
          captures: { message: 'unexplained error ' },
        },
      ],
      miss: ['rsync error count: 0, rsync errors: none'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** GnuPG: signing, keys, verification. */
export const rules: readonly Rule[] = [
  {
    id: 'gpg/sign',
    category: 'config',
    title: 'gpg could not sign',
    needles: [
      'gpg: signing failed',
      'gpg failed to sign',
      'no secret key',
      'inappropriate ioctl',
      'gpg: no default secret key',
      'bad passphrase',
      'cannot open tty',
      'exec: "gpg"',
      "cannot open '/dev/tty'",
    ],
    pattern:
      /gpg: signing failed: |gpg failed to sign the data|gpg: [^\n]{0,80}(?:No secret key|Inappropriate ioctl for device|Bad passphrase)|gpg: no default secret key|gpg: cannot open '?\/dev\/tty|Cannot obtain passphrase in batch mode/i,
    extent: { before: 1, after: 1 },
    transient: 0.03,
    explanation: 'The key is not in the keyring of the job, or gpg wants to ask for the passphrase and there is no terminal.',
    remedies: [
      'Import the key from a secret: `gpg --batch --import`.',
      'Pass the passphrase with `--batch --pinentry-mode loopback --passphrase-fd 0`.',
    ],
    examples: {
      match: [
        { text: 'gpg: signing failed: No secret key' },
        { text: 'error: gpg failed to sign the data' },
        { text: 'gpg: signing failed: Inappropriate ioctl for device' },
      ],
      miss: ['gpg: Good signature from "Acme <ci@acme.example>"'],
    },
  },
  {
    id: 'gpg/keyserver',
    category: 'network',
    title: 'gpg could not fetch a key from a key server',
    needles: [
      'gpg: keyserver receive failed',
      'keyserver search failed',
      'gpg: no keyserver available',
      'keyserver timed out',
      'error retrieving',
    ],
    pattern:
      /gpg: keyserver (?:receive|search) failed: (?<message>[^\n]{3,80})|gpg: keyserver (?:timed out|internal error)|gpg: no keyserver available/,
    transient: 0.65,
    explanation: 'Key servers are slow and often down; the key itself may be fine.',
    remedies: [
      'Re-run, or try `hkps://keys.openpgp.org` and `hkps://keyserver.ubuntu.com`.',
      'Better keep the public key in the repository and import that.',
    ],
    examples: {
      match: [
        {
          text: 'gpg: keyserver receive failed: Server indicated a failure',
          captures: { message: 'Server indicated a failure' },
        },
      ],
      miss: ['gpg: key 0123456789ABCDEF: public key "Acme" imported'],
    },
  },
  {
    id: 'gpg/verify',
    category: 'dependency',
    title: 'A signature could not be verified',
    needles: [
      'bad signature from',
      "can't check signature",
      'no valid openpgp data',
      'gpg: no public key',
      'expired key',
      'gpg: invalid',
    ],
    pattern:
      /gpg: BAD signature from|gpg: Can't check signature: |gpg: no valid OpenPGP data found|gpg: invalid (?:armor|radix64)/,
    extent: { before: 2 },
    transient: 0.2,
    explanation:
      'The public key is missing or expired, the file is not what was signed, or what was downloaded as a key is an error page.',
    remedies: [
      'Fetch the current key of the project, and look at what was really downloaded (`curl -f`).',
      'Do not skip the check: a bad signature can mean a changed file.',
    ],
    examples: {
      match: [{ text: 'gpg: no valid OpenPGP data found.' }, { text: "gpg: Can't check signature: No public key" }],
      miss: ['gpg: Good signature from "Acme"'],
    },
  },
]

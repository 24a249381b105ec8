import type { Rule } from '../model/rule.ts'

/** pacman, on Arch and MSYS2. */
export const rules: readonly Rule[] = [
  {
    id: 'pacman/failed',
    category: 'dependency',
    title: 'pacman failed: {message}',
    needles: [
      'error: target not found',
      'error: failed to commit',
      'error: failed retrieving',
      'error: failed to prepare transaction',
      'unable to satisfy dependency',
      'is marginal trust',
      'is unknown trust',
      'invalid or corrupted package',
      'error: failed to synchronize',
      'error: failed to init transaction',
    ],
    pattern:
      /error: (?<message>target not found: \S{1,80}|failed to (?:commit|prepare|init) transaction[^\n]{0,80}|failed to synchronize[^\n]{0,60}|failed retrieving file[^\n]{0,200}|unable to satisfy dependency[^\n]{0,120}|[\w.+-]{1,80}: signature from [^\n]{1,120} is (?:marginal|unknown) trust)/,
    extent: { before: 1, after: 2 },
    transient: 0.3,
    explanation:
      'Arch and MSYS2 always serve the newest state: a stale database asks for files that are gone, and old keyrings do not know new signers.',
    remedies: [
      'Run `pacman -Syu` (never `-Sy` alone), and update the keyring first: `pacman -Sy archlinux-keyring`.',
      'Use a newer base image.',
    ],
    examples: {
      match: [
        { text: 'error: target not found: libcart', captures: { message: 'target not found: libcart' } },
        { text: 'error: failed to commit transaction (invalid or corrupted package (PGP signature))' },
      ],
      miss: ['warning: target not found in cache, downloading'],
    },
  },
]

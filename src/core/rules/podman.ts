import type { Rule } from '../model/rule.ts'

/** podman. */
export const rules: readonly Rule[] = [
  {
    id: 'podman/failed',
    category: 'runner',
    title: 'podman failed: {message}',
    needles: [
      'error: error',
      'podman',
      'newuidmap',
      'subuid',
      'error creating libpod',
      'error: short-name',
      'error: initializing source',
      'copying system image',
      'error: unable to copy',
    ],
    pattern:
      /^(?:Error|error): (?<message>short-name "[^"\n]{1,100}" did not resolve|initializing source \S{1,200}|unable to copy from source[^\n]{0,150}|cannot (?:set up namespace|clone|re-exec)[^\n]{0,100}|creating container storage[^\n]{0,100}|unable to start container[^\n]{0,120}|OCI runtime[^\n]{0,120})|newuidmap: |Cannot connect to Podman/,
    extent: { after: 1 },
    transient: 0.3,
    explanation:
      'podman could not fetch the image or set up the container: unqualified names, missing subuid ranges, or its machine is not running.',
    remedies: [
      'Write image names in full (docker.io/library/NAME).',
      'For rootless use, give the user ranges in /etc/subuid and /etc/subgid; on macOS run `podman machine start`.',
    ],
    examples: {
      match: [
        { text: 'Error: short-name "cart" did not resolve to an alias and no unqualified-search registries are defined' },
        { text: 'Cannot connect to Podman. Please verify your connection to the Linux system' },
      ],
      miss: ['podman version 5.0.0'],
    },
  },
]

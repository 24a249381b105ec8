import type { Rule } from '../model/rule.ts'

/** Alpine’s apk. */
export const rules: readonly Rule[] = [
  {
    id: 'apk/no-package',
    category: 'dependency',
    title: "apk cannot install '{package}'",
    needles: [
      'unable to select packages',
      '(no such package)',
      'unsatisfiable constraints',
      'breaks: world',
      'required by: world',
    ],
    pattern:
      /ERROR: (?:unable to select packages|unsatisfiable constraints):|^(?:#\d+ [\d.]+ )?\s*(?<package>[\w.+-]{1,80}) \((?:no such package|missing)\):/,
    extent: { while: /^(?:#\d+ [\d.]+)?\s+\S/ },
    transient: 0.05,
    explanation:
      'Alpine’s repositories for this release do not have the package or the pinned version; Alpine removes old versions when it publishes new ones.',
    remedies: [
      'Do not pin exact apk versions, or pin the Alpine release and its current versions.',
      'Look the name up on pkgs.alpinelinux.org for this release; enable `community`.',
    ],
    examples: {
      match: [{ text: 'ERROR: unable to select packages:\n  libcart (no such package):', captures: { package: 'libcart' } }],
      miss: ['(1/4) Installing libcart (1.2-r0)'],
    },
  },
  {
    id: 'apk/network',
    category: 'network',
    title: 'apk could not fetch an index or a package',
    needles: ['temporary error (try again later)', 'apkindex', 'io error', 'bad signature', 'network error (check internet'],
    pattern:
      /^(?:#\d+ [\d.]+ )?(?:WARNING: (?:Ignoring|fetching|updating and opening) \S{1,200}|ERROR: [^\n]{1,200}): (?:temporary error \(try again later\)|network (?:error|connection)[^\n]{0,60}|IO ERROR|Permission denied|remote server returned error|DNS[^\n]{0,60}|operation timed out|could not connect[^\n]{0,60})/,
    transient: 0.75,
    explanation: 'The Alpine mirror could not be reached; what follows (“no such package”) is only the consequence.',
    remedies: ['Re-run, or choose another mirror in /etc/apk/repositories.'],
    examples: {
      match: [{ text: 'WARNING: Ignoring https://dl-cdn.alpinelinux.org/alpine/v3.20/main: temporary error (try again later)' }],
      miss: ['fetch https://dl-cdn.alpinelinux.org/alpine/v3.20/main/x86_64/APKINDEX.tar.gz'],
    },
  },
]

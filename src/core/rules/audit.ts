import type { Rule } from '../model/rule.ts'

/** Audits of dependencies. */
export const rules: readonly Rule[] = [
  {
    id: 'audit/vulnerabilities',
    category: 'lint',
    title: 'the security audit found something',
    needles: [
      'known vulnerabilit',
      'vulnerabilities found!',
      'vulnerability found!',
      'advisories FAILED',
      'bans FAILED',
      'licenses FAILED',
      'sources FAILED',
      'Vulnerabilities found!',
      'Your code is affected by',
      'security vulnerability advisor',
      'leaks found:',
      '# npm audit report',
      'error[vulnerability]',
      'error[rejected]',
      'error[banned]',
      'error[unmaintained]',
    ],
    pattern:
      /^(?:##\[error\])?\s*(?:Found [1-9]\d* known vulnerabilit|error: [1-9]\d* vulnerabilit(?:y|ies) found!|Vulnerabilities found!|Your code is affected by [1-9]\d* vulnerabilit|Found [1-9]\d* security vulnerability advisor)|(?:advisories|bans|licenses|sources) FAILED|leaks found: [1-9]|^error\[(?:vulnerability|rejected|banned|unmaintained|yanked|unlicensed)\]: /,
    extent: { after: 3 },
    transient: 0.02,
    explanation:
      'A dependency has a published vulnerability or a licence that is not allowed, or a secret was committed. It turns red without any change of yours when an advisory appears.',
    remedies: [
      'Update the package to a version without the advisory.',
      'If none exists, ignore the advisory for a while with a reason.',
    ],
    examples: {
      match: [
        { text: 'error: 3 vulnerabilities found!' },
        { text: 'advisories FAILED, bans ok, licenses ok, sources ok' },
        { text: 'Found 2 known vulnerabilities in 1 package' },
      ],
      miss: ['found 3 vulnerabilities (1 low, 2 high)', 'No known vulnerabilities found'],
    },
  },
]

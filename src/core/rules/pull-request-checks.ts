import type { Rule } from '../model/rule.ts'

/** Checks of titles, labels, commits and change logs of pull requests. */
export const rules: readonly Rule[] = [
  {
    id: 'pull-request/title-or-label',
    category: 'lint',
    title: 'The pull request does not meet a rule of the repository',
    needles: [
      'no release type found in pull request title',
      'does not match the required',
      'label error',
      'unknown release type',
      'missing required label',
      'does not have any of the required labels',
      'the subject',
      'must include at least',
      'pull request title',
      'no allowed labels',
      'pull request description',
    ],
    pattern:
      /No release type found in pull request title|Unknown release type "(?<symbol>[^"\n]{1,60})" found in pull request title|Label error\. Requires|[Mm]issing required label|(?:[Pp]ull request|PR) (?:title|description|body)[^\n]{0,60}(?:does not match|doesn't match|is invalid|must (?:match|start|include|contain)|is too (?:short|long))|The subject "[^"\n]{1,200}" found in the pull request title/,
    extent: { after: 4 },
    transient: 0.02,
    explanation: 'A check on title, description or labels failed. The code itself is not touched by it.',
    remedies: ['Edit the pull request as the message says, then re-run.'],
    examples: {
      match: [
        {
          text: '##[error]No release type found in pull request title "Add cart". Add a prefix to indicate what kind of release this pull request corresponds to.',
        },
        { text: '##[error]Label error. Requires exactly 1 of: major, minor, patch. Found: ' },
      ],
      miss: ['pull request title: feat: add cart'],
    },
  },
  {
    id: 'commit/message',
    category: 'lint',
    title: 'commit message or title: {message}',
    needles: [
      '✖   ',
      'Can not find "',
      'missing a Signed-off-by',
      'changelog entry',
      'no changesets were found',
      'Danger has failed',
    ],
    pattern:
      /^✖ {3}(?<message>[^\n]{1,150} \[[a-z-]{3,40}\])|Can not find "[^"\n]{1,150}", in \[|missing (?:a )?Signed-off-by|no changesets were found|Danger has failed|(?:[Mm]issing|[Nn]o|add a|must (?:have|include) a) (?:valid )?[Cc]hangelog entry|[Cc]hangelog entry (?:is )?(?:missing|required|not found)/,
    extent: { before: 1, after: 3 },
    transient: 0.02,
    explanation: 'The project demands a form of commit messages, titles, sign-offs or changelog entries that this change lacks.',
    remedies: ['Rewrite the message or title as the check says, or add the entry it asks for.'],
    examples: {
      match: [
        {
          text: '✖   subject may not be empty [subject-empty]',
          captures: { message: 'subject may not be empty [subject-empty]' },
        },
        { text: 'A changelog entry is missing' },
      ],
      miss: ['✔   found 0 problems, 0 warnings'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** Checks that generated files and lock files are up to date. */
export const rules: readonly Rule[] = [
  {
    id: 'generated/out-of-date',
    category: 'lint',
    title: 'generated files are out of date',
    needles: [
      'out of date',
      'out-of-date',
      'out of sync',
      'up to date',
      'up-to-date',
      'uncommitted changes',
      'and commit',
      'not clean',
      'is dirty',
      'stale',
    ],
    pattern:
      /(?:generated|dist\/|docs?|snapshots?|schemas?|bindings|manifests?|vendor\w{0,6}|codegen|API files?|README)\b[^\n]{0,60} (?:is|are) (?:out[- ]of[- ](?:date|sync)|not up[- ]to[- ]date|stale)|Detected uncommitted changes after build|[Pp]lease (?:re-?)?(?:run|build|generate|execute) [^\n]{1,120}(?:and (?:commit|push|check in)|to (?:update|regenerate))|(?:working tree|git tree|repository|worktree) is (?:dirty|not clean)(?! \()/,
    extent: { before: 2, after: 1 },
    transient: 0.01,
    explanation: 'CI generated files anew and they differ from the ones in the repository.',
    remedies: ['Run the generator (the message often names it) with the versions CI uses, and commit the result.'],
    examples: {
      match: [
        { text: 'Error: generated files are out of date' },
        { text: 'Please run `make generate` and commit the result.' },
        { text: 'Detected uncommitted changes after build.  See status below:' },
      ],
      miss: ['npm is up to date', 'Your branch is up to date with origin/main', 'apt list is out of date'],
    },
  },
  {
    id: 'generated/diff',
    category: 'lint',
    role: 'summary',
    title: 'git shows a change in {file}',
    needles: ['diff --git a/'],
    pattern: /^diff --git a\/(?<file>\S{1,250}) b\//,
    extent: { while: /^(?:index |--- |\+\+\+ |@@|[-+ ]|new file|deleted file|old mode|new mode|similarity)/ },
    transient: 0.01,
    explanation:
      'A step printed a difference of the working tree, most often because a formatter or generator changed a file and CI wants none changed.',
    remedies: ['Run the formatter or generator locally with the version CI uses, and commit the change shown.'],
    examples: {
      match: [{ text: 'diff --git a/docs/cart.md b/docs/cart.md', captures: { file: 'docs/cart.md' } }],
      miss: ['$ git diff --exit-code'],
    },
  },
]

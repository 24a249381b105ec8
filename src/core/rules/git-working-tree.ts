import type { Rule } from '../model/rule.ts'

/** Git: conflicts, changes and locks in the working tree. */
export const rules: readonly Rule[] = [
  {
    id: 'git/merge-conflict',
    category: 'config',
    title: "Merge conflict in '{file}'",
    needles: [
      'conflict (',
      'merge conflict',
      'automatic merge failed',
      'could not apply',
      'after resolving the conflicts',
      'cherry-pick failed',
      'fix conflicts',
      'patch failed',
      'patch does not apply',
      'hunk failed',
      'hunks failed',
      'not possible because you have unmerged',
      'refusing to merge unrelated',
      'not possible to fast-forward',
    ],
    pattern:
      /(?:^(?:##\[error\])?\s{0,8}CONFLICT \([^)\n]{1,40}\): (?:Merge conflict in )?|(?:error|fatal): patch failed: )(?<file>[^\s:]{1,200})|Automatic merge failed; fix conflicts|(?:error|fatal): (?:could not apply|[^\n:]{1,200}: patch does not apply|refusing to merge unrelated histories|Not possible to fast-forward|[^\n]{0,60}not possible because you have unmerged files)|\b\d{1,5} out of \d{1,5} hunks? FAILED/,
    extent: { before: 2, after: 3 },
    transient: 0.02,
    explanation: 'Two histories change the same lines, or a patch no longer fits the file, and a script cannot decide.',
    remedies: [
      'Rebase or merge by hand and push the result.',
      'For patches, refresh them against the current version of the file.',
    ],
    examples: {
      match: [
        { text: 'CONFLICT (content): Merge conflict in src/cart.ts', captures: { file: 'src/cart.ts' } },
        { text: 'Automatic merge failed; fix conflicts and then commit the result.' },
        { text: 'error: patch failed: src/cart.c:12' },
        { text: '1 out of 2 hunks FAILED -- saving rejects to file src/cart.c.rej' },
      ],
      miss: ['Checking for merge conflict markers...Passed', '<<<<<<< HEAD'],
    },
  },
  {
    id: 'git/identity',
    category: 'config',
    title: 'git does not know who commits',
    needles: [
      'please tell me who you are',
      'unable to auto-detect email',
      'empty ident name',
      'committer identity unknown',
      'author identity unknown',
    ],
    pattern:
      /\b(?:Please tell me who you are|unable to auto-detect email address|empty ident name|Committer identity unknown|Author identity unknown)/,
    extent: { while: /^\s*$|^Run|^\s+git config|^to set|^Omit|^fatal:/ },
    transient: 0.01,
    explanation: 'git wants a name and an e-mail address for commits and tags, and a fresh runner has none.',
    remedies: ['Run `git config user.name "ci"` and `git config user.email "ci@example.com"` before committing.'],
    examples: {
      match: [
        { text: '*** Please tell me who you are.' },
        { text: "fatal: unable to auto-detect email address (got 'root@ci.(none)')" },
      ],
      miss: ['Tell me who you are: anonymous'],
    },
  },
  {
    id: 'git/dirty-tree',
    category: 'lint',
    title: 'The working tree has changes that are not committed',
    needles: [
      'would be overwritten',
      'uncommitted changes',
      'working directory is dirty',
      'working tree is dirty',
      'git repository is dirty',
      'git is in a dirty state',
      'unstaged changes',
      'checkout dirty',
      'working tree not clean',
      'working directory not clean',
      'files were modified by',
      'working copy is dirty',
      'repository checkout dirty',
      'dirty working',
    ],
    pattern:
      /(?:error|fatal): (?:Your local changes to|The following untracked working tree files) [^\n]{0,80}would be overwritten|(?:error|fatal): cannot \w{1,20}: You have unstaged changes|\b(?:uncommitted changes (?:detected|found|present|in)|(?:git )?(?:working (?:directory|tree|copy)|repository|checkout) (?:is )?(?:dirty|not clean)|git is in a dirty state|There are uncommitted changes)/i,
    role: 'cause',
    extent: { after: 8 },
    transient: 0.03,
    explanation:
      'Something in the job changed tracked files (a formatter, a generator, a lock file) and a later step demands a clean tree.',
    remedies: [
      'Run the generator or formatter locally and commit what it changes.',
      'Print `git status; git diff` in the job to see which files they are.',
    ],
    examples: {
      match: [
        { text: 'error: Your local changes to the following files would be overwritten by checkout:' },
        { text: 'Error: git is in a dirty state' },
      ],
      miss: ['nothing to commit, working tree clean', 'No uncommitted changes'],
    },
  },
  {
    id: 'git/nothing-to-commit',
    category: 'config',
    title: 'git had nothing to commit',
    needles: ['nothing to commit', 'no changes added to commit', 'nothing added to commit'],
    pattern: /^\s*(?:nothing to commit, working (?:tree|directory) clean|no changes added to commit|nothing added to commit)/,
    role: 'summary',
    transient: 0.05,
    explanation: '`git commit` ends with 1 when nothing changed, and so does the step if it does not expect that.',
    remedies: ['Test first: `git diff --cached --quiet || git commit -m …`.'],
    examples: {
      match: [{ text: 'nothing to commit, working tree clean' }],
      miss: ['hint: there is nothing to commit if you amend'],
    },
  },
  {
    id: 'git/lock-file',
    category: 'runner',
    title: 'Another git process holds a lock',
    needles: ['index.lock', 'another git process', ".lock': file exists", 'unable to create', 'cannot lock ref'],
    pattern:
      /fatal: Unable to create '[^'\n]{1,200}\.lock': File exists|Another git process seems to be running|error: cannot lock ref '(?<symbol>[^'\n]{1,120})'/,
    extent: { after: 4 },
    transient: 0.5,
    explanation:
      'A lock file of git exists: another git runs in the same tree, or one was killed and left it behind. A reused workspace keeps it.',
    remedies: [
      'Clean the workspace before checkout, or remove the lock file when no git runs.',
      'For “cannot lock ref”, run `git remote prune origin`: a branch name and a folder collide.',
    ],
    examples: {
      match: [
        { text: "fatal: Unable to create '/builds/acme/.git/index.lock': File exists." },
        { text: "error: cannot lock ref 'refs/remotes/origin/feature/x': is at 1111 but expected 2222" },
      ],
      miss: ['fatal: unable to create thread: Resource temporarily unavailable'],
    },
  },
]

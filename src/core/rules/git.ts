import type { Rule } from '../model/rule.ts'

/** git on the local side: revisions, paths, identity, merges, patches. */
export const rules: readonly Rule[] = [
  {
    id: 'git/dubious-ownership',
    category: 'config',
    title: "git refuses the repository '{file}' because of its owner",
    needles: ['dubious ownership', 'unsafe repository'],
    pattern: /fatal: (?:detected dubious ownership in|unsafe) repository (?:at )?\(?['"](?<file>[^'"\n]{1,200})/,
    extent: { while: /^\s*(?:To add an exception|git config --global|$)/ },
    transient: 0.02,
    explanation:
      'The working tree belongs to another user than the one who runs git, typically because a container runs as root on files of the host.',
    remedies: [
      'Run `git config --global --add safe.directory "$PWD"` inside the container, before git is used.',
      'Or run the container as the owner of the files.',
    ],
    examples: {
      match: [
        {
          text: "fatal: detected dubious ownership in repository at '/builds/acme/cart'",
          captures: { file: '/builds/acme/cart' },
        },
        { text: "fatal: unsafe repository ('/app' is owned by someone else)", captures: { file: '/app' } },
      ],
      miss: ['git config --global --add safe.directory /app  # avoids “dubious ownership”'],
    },
  },
  {
    id: 'git/not-a-repository',
    category: 'config',
    title: 'git runs outside a repository',
    needles: ['not a git repository', 'must be run in a work tree', 'must be run from'],
    pattern: /fatal: (?:not a git repository|Not a git repository|this operation must be run in a work tree)/,
    role: 'summary',
    transient: 0.02,
    explanation:
      'There is no .git directory here: the code was not checked out, was unpacked from an archive, or the image lacks git so that checkout fell back to a download.',
    remedies: [
      'Check the working directory, and that checkout runs before this step.',
      'Install git in the image before checkout, and do not exclude .git (.dockerignore) where a build asks for the version.',
    ],
    examples: {
      match: [{ text: 'fatal: not a git repository (or any of the parent directories): .git' }],
      miss: ['hint: this is not a git repository yet, run init'],
    },
  },
  {
    id: 'git/unknown-revision',
    category: 'config',
    title: "git does not know the revision '{symbol}'",
    needles: [
      'fatal: ambiguous argument',
      'fatal: bad revision',
      'fatal: invalid reference',
      'did not match any file',
      'fatal: needed a single revision',
      'fatal: bad object',
      'fatal: reference is not a tree',
      'fatal: no names found',
      'fatal: no tags can describe',
      'fatal: not a valid object name',
      'fatal: invalid object name',
      'fatal: no annotated tags',
      'fatal: not a valid commit',
      'no merge base',
      'fatal: invalid upstream',
      'fatal: not a tree object',
      'is not a commit and a branch',
      'fatal: no upstream',
      'unknown revision',
      'fatal: invalid symmetric',
    ],
    pattern:
      /(?:fatal: (?:ambiguous argument|bad revision|invalid reference:|bad object|[Nn]ot a valid object name:?|[Ii]nvalid object name|invalid upstream|Invalid symmetric difference expression|reference is not a tree:|not a valid commit(?: name)?|unable to read tree) ['"]?|error: pathspec '|fatal: (?='[^'\n]{1,120}' is not a commit and a branch)')(?<symbol>[^'"\s]{1,120})|fatal: (?:Needed a single revision|not a tree object|no merge base|[^\n]{1,100}: no merge base)/,
    extent: { after: 2 },
    transient: 0.03,
    explanation:
      'The branch, tag or commit is not in this clone. CI clones are shallow and hold one branch, without tags, unless told otherwise.',
    remedies: [
      'Fetch the history: `fetch-depth: 0` (GitHub), `GIT_DEPTH: 0` (GitLab), or `git fetch --unshallow --tags`.',
      'Fetch the branch by name before comparing with it: `git fetch origin main`.',
    ],
    examples: {
      match: [
        {
          text: "fatal: ambiguous argument 'origin/main...HEAD': unknown revision or path not in the working tree.",
          captures: { symbol: 'origin/main...HEAD' },
        },
        { text: "error: pathspec 'v9.9.9' did not match any file(s) known to git" },
        {
          text: 'fatal: reference is not a tree: 1111111111111111111111111111111111111111',
          captures: { symbol: '1111111111111111111111111111111111111111' },
        },
      ],
      miss: ['warning: unknown revision ignored in .git-blame-ignore-revs'],
    },
  },
  {
    id: 'git/no-tags',
    category: 'config',
    title: 'git describe finds no tag',
    needles: ['fatal: no names found', 'fatal: no tags can describe', 'fatal: no annotated tags'],
    pattern: /fatal: (?:No names found|No tags can describe|No annotated tags can describe)/,
    role: 'summary',
    transient: 0.03,
    explanation: 'A build asks git for the version and this clone has no tags: CI clones are shallow unless told otherwise.',
    remedies: [
      'Fetch tags and history: `fetch-depth: 0` with `fetch-tags: true`, or `git fetch --tags --unshallow`.',
      'Push the first tag if the repository has none.',
    ],
    examples: {
      match: [{ text: 'fatal: No names found, cannot describe anything.' }],
      miss: ['hint: no names found in the mailmap'],
    },
  },
  {
    id: 'git/corrupt',
    category: 'runner',
    title: 'The git repository is damaged',
    needles: [
      'loose object',
      'object file',
      'packfile',
      'bad signature',
      'index file corrupt',
      'early eof',
      'missing blob',
      'missing tree',
      'broken link from',
    ],
    pattern:
      /(?:error|fatal): (?:loose object [0-9a-f]{4,64} [^\n]{0,100}is corrupt|object file [^\n]{1,200} is empty|packfile [^\n]{1,200} (?:cannot be accessed|does not match index)|bad signature 0x|index file corrupt|index file smaller|unable to read tree)/,
    transient: 0.5,
    explanation: 'Objects of the clone on this machine are broken, often after a crash or a full disk.',
    remedies: ['Delete the workspace or the cached clone on this runner and re-run.'],
    examples: {
      match: [{ text: 'error: object file .git/objects/aa/bbcc is empty' }, { text: 'fatal: index file corrupt' }],
      miss: ['Checking object file layout'],
    },
  },
  {
    id: 'git/usage',
    category: 'config',
    title: 'git was called wrongly',
    needles: [
      'is not a git command',
      'usage: git',
      'error: unknown switch',
      'error: unknown option',
      'fatal: unrecognized argument',
      "fatal: cannot change to '",
      'already exists and is not an empty',
      'fatal: a branch named',
      "fatal: tag '",
    ],
    pattern:
      /^git: '(?<command>[^'\n]{1,60})' is not a git command|^usage: git |fatal: unrecognized argument: |fatal: cannot change to '[^'\n]{1,200}'|fatal: destination path '[^'\n]{1,200}' already exists and is not an empty|fatal: [Aa] branch named '[^'\n]{1,120}' already exists|fatal: tag '[^'\n]{1,120}' already exists/,
    extent: { before: 1, after: 1 },
    transient: 0.03,
    explanation: 'The command, option, branch or folder that a script gives to git does not fit what is there.',
    remedies: ['Read the message: it names what exists already or what is unknown; compare with the git version of the image.'],
    examples: {
      match: [
        { text: "git: 'lfs' is not a git command. See 'git --help'.", captures: { command: 'lfs' } },
        { text: "fatal: tag 'v1.2.3' already exists" },
      ],
      miss: ['warning: tag v1.2.3 already exists, skipping'],
    },
  },
  {
    id: 'git/fatal',
    category: 'config',
    title: 'git stopped: {message}',
    needles: ['fatal: '],
    pattern: /^(?:##\[error\]|#\d+ [\d.]+ )?fatal: (?!not a git repository|No (?:names|tags))(?<message>[a-zA-Z'][^\n]{5,200})/,
    role: 'summary',
    transient: 0.2,
    explanation: 'git prints what made it stop after “fatal:”; this message has no entry of its own.',
    remedies: ['Read the message, and the lines of git before it.'],
    examples: {
      match: [{ text: 'fatal: cannot combine these options', captures: { message: 'cannot combine these options' } }],
      miss: ['cart.c:1:10: fatal error: cart.h: No such file or directory'],
    },
  },
]

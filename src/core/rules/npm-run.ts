import type { Rule } from '../model/rule.ts'

/** npm: scripts, their failures and native add-ons. */
export const rules: readonly Rule[] = [
  {
    id: 'npm/missing-script',
    category: 'config',
    title: 'npm: package.json has no script "{command}"',
    needles: ['missing script:'],
    pattern: /\bnpm (?:ERR!|error) missing script: "?(?<command>[^"\s]{1,100})/i,
    extent: { while: /\bnpm (?:ERR!|error)/ },
    transient: 0.01,
    explanation: 'The CI step runs a script that package.json does not define.',
    remedies: [
      'Add the script to package.json, or correct its name in the CI file; `npm run` lists what exists.',
      'In a monorepo, run it in the workspace that has it (`-w <name>` or `--if-present`).',
    ],
    examples: {
      match: [
        { text: 'npm ERR! missing script: lint', captures: { command: 'lint' } },
        { text: 'npm error Missing script: "build:docs"', captures: { command: 'build:docs' } },
      ],
      miss: ['npm run lint --if-present'],
    },
  },
  {
    id: 'npm/install-script',
    category: 'dependency',
    role: 'summary',
    title: 'npm: the install script of a package failed',
    needles: ['npm ERR! command failed', 'npm error command failed', 'install script.', 'postinstall script.'],
    pattern: /\bnpm (?:ERR!|error) (?:command failed|Failed at the (?<package>\S{1,200}) (?:pre|post)?install script)/,
    extent: { before: 2, while: /\bnpm (?:ERR!|error)/ },
    transient: 0.1,
    explanation:
      'A package builds or downloads something while it is installed, and that failed; the lines below have its output.',
    remedies: ['Read the output of the script below; a missing compiler, Python or system library is the usual cause.'],
    examples: {
      match: [
        { text: 'npm error command failed' },
        { text: 'npm ERR! Failed at the sharp@0.1.0 install script.', captures: { package: 'sharp@0.1.0' } },
      ],
      miss: ['npm ERR! Failed at the cart@1.0.0 test script.'],
    },
  },
  {
    id: 'npm/lifecycle',
    category: 'unknown',
    role: 'symptom',
    title: 'npm script {command} ended with an error',
    needles: ['code ELIFECYCLE', 'errno 1', 'Lifecycle script', 'Test failed.  See above', ' script.', 'Exit status'],
    pattern:
      /\bnpm (?:ERR!|error) (?:code ELIFECYCLE|errno \d+|Lifecycle script `(?<command>[^`]{1,80})` failed|Test failed\.  See above|Failed at the \S{1,200} \S{1,80} script|Exit status \d)/,
    extent: { while: /\bnpm (?:ERR!|error)/ },
    transient: 0.1,
    explanation:
      'npm repeats that the script it ran returned an error; what went wrong stands above, in the output of the script.',
    remedies: ['Read the lines before this block.'],
    examples: {
      match: [
        { text: 'npm ERR! code ELIFECYCLE' },
        { text: 'npm error Lifecycle script `test` failed with error:', captures: { command: 'test' } },
      ],
      miss: ['npm ERR! code E404'],
    },
  },
  {
    id: 'npm/gyp',
    category: 'dependency',
    title: 'node-gyp could not build a native module: {reason}',
    needles: ['gyp ERR! stack Error:', 'gyp ERR! find Python', 'gyp ERR! find VS'],
    pattern:
      /\bgyp ERR! (?:stack Error: (?<reason>[^\n]{1,200})|find Python (?:Could not find|You need to install|Python is not set)|find VS (?:Could not find|You need to install))/,
    extent: { before: 2, while: /\bgyp ERR!/ },
    transient: 0.05,
    explanation:
      'A package has native code and no prebuilt binary for this Node version and platform, so it is compiled here, which needs Python, make and a compiler.',
    remedies: [
      'Install Python 3, make and a C++ compiler on the runner.',
      'Or use a Node version for which the package publishes binaries.',
    ],
    examples: {
      match: [
        {
          text: 'gyp ERR! stack Error: `make` failed with exit code: 2',
          captures: { reason: '`make` failed with exit code: 2' },
        },
        { text: 'gyp ERR! find Python You need to install the latest version of Python.' },
      ],
      miss: ['gyp info ok', 'gyp ERR! cwd /srv/cart'],
    },
  },
  {
    id: 'npm/crash',
    category: 'crash',
    title: 'npm itself crashed',
    needles: ['cb() never called', 'Exit handler never called'],
    pattern: /\bnpm (?:ERR!|error) (?:cb\(\) never called|Exit handler never called)/,
    extent: { while: /\bnpm (?:ERR!|error)/ },
    transient: 0.5,
    explanation: 'npm ended without finishing its work: a bug of npm, often set off by a broken connection or cache.',
    remedies: ['Run again with an empty npm cache.', 'Update npm (`npm install -g npm@latest`).'],
    examples: {
      match: [{ text: 'npm ERR! cb() never called!' }, { text: 'npm error Exit handler never called!' }],
      miss: ['npm ERR! code 1'],
    },
  },
  {
    id: 'npm/engine',
    category: 'dependency',
    title: 'npm: a package does not support this version of Node or this platform',
    needles: ['code EBADENGINE', 'code ENOTSUP', 'code EBADPLATFORM', 'notsup Unsupported'],
    pattern: /\bnpm (?:ERR!|error) (?:code (?<code>EBADENGINE|ENOTSUP|EBADPLATFORM)|notsup Unsupported \w+)/,
    extent: { while: /\bnpm (?:ERR!|error)/ },
    transient: 0.01,
    explanation:
      'A package declares the Node versions or platforms it runs on, and the one of this job is not among them; engine-strict makes that an error.',
    remedies: [
      'Run the job on a Node version the package supports (setup-node, .nvmrc).',
      'Or pin the package to a release that supports this Node version.',
    ],
    examples: {
      match: [
        { text: 'npm ERR! code EBADENGINE', captures: { code: 'EBADENGINE' } },
        { text: 'npm error notsup Unsupported engine for acme-cart@3.0.0' },
      ],
      miss: ["npm warn EBADENGINE Unsupported engine { package: 'acme@1.0.0' }"],
    },
  },
]

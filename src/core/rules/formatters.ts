import type { Rule } from '../model/rule.ts'

/** Formatters with a check mode: Prettier, Biome, Black, isort, clang-format, Spotless and others. */
export const rules: readonly Rule[] = [
  {
    id: 'prettier/file',
    category: 'lint',
    title: 'Prettier: {file} is not formatted',
    needles: ['[warn] ', '[error] '],
    pattern: /^(?:[^\n]{0,60}?\s)?\[warn\] (?<file>[^\s:]{1,250}\.\w{1,10})$/,
    extent: { while: /^(?:[^\n]{0,60}?\s)?\[warn\] / },
    transient: 0.01,
    explanation: '`prettier --check` lists each file it would change.',
    remedies: ['Run `npx prettier --write .` with the version of the lock file, and commit.'],
    examples: {
      match: [{ text: '[warn] src/cart.ts', captures: { file: 'src/cart.ts' } }],
      miss: ['[warn] Ignored unknown option { foo: true }.'],
    },
  },
  {
    id: 'prettier/check',
    category: 'lint',
    title: 'Prettier: files are not formatted',
    needles: ['Code style issues', 'Forgot to run Prettier', 'Error occurred when checking code style'],
    pattern: /Code style issues (?:found|were found)|Forgot to run Prettier|Error occurred when checking code style in/,
    extent: { before: 2 },
    transient: 0.01,
    explanation: '`prettier --check` found files it would change, or could not parse.',
    remedies: ['Run `npx prettier --write .` with the version of the lock file, and commit.'],
    examples: {
      match: [{ text: '[warn] Code style issues found in 3 files. Run Prettier with --write to fix.' }],
      miss: ['All matched files use Prettier code style!'],
    },
  },
  {
    id: 'biome/finding',
    category: 'lint',
    title: 'Biome: {file} {code}',
    needles: ['━━━━', 'Formatter would have printed', 'File content differs from formatting output'],
    pattern:
      /^(?:##\[error\])?\s*(?<file>[^\s:]{1,250}?\.\w{1,10})(?::(?<line>\d+):\d+)? (?<code>(?:lint|assist|suppressions)\/[\w/]{1,80}|format|organizeImports|parse|assist)(?: +FIXABLE)? ━{4,}|Formatter would have printed the following content|File content differs from formatting output/,
    extent: { while: /^\s*$|^\s+\S/ },
    transient: 0.01,
    explanation: 'Biome found a lint error, or would format the file otherwise.',
    remedies: ['Run `npx @biomejs/biome check --write`, and commit.'],
    examples: {
      match: [
        { text: 'src/cart.ts format ━━━━━━━━━━━━━━━━━━━━', captures: { file: 'src/cart.ts', code: 'format' } },
        { text: 'src/cart.ts:12:5 lint/suspicious/noExplicitAny ━━━━━━━━━━' },
      ],
      miss: ['━━━━━━━━━━━━━━━━━ 100%'],
    },
  },
  {
    id: 'black/file',
    category: 'lint',
    title: 'Black or Ruff: {file} would be reformatted',
    needles: ['would reformat', 'would be reformatted', 'error: cannot format'],
    pattern:
      /^(?:[^\n]{0,60}?\s)?[Ww]ould reformat:? (?<file>\S{1,250})|error: cannot format (?<file2>\S{1,250}): (?<message>[^\n]{1,150})|^(?:##\[error\])?\s*[1-9]\d* files? would be reformatted/,
    extent: { while: /^(?:would reformat|Would reformat|Oh no|\d+ files? would)/ },
    transient: 0.01,
    explanation: 'The formatter, in check mode, would change this file.',
    remedies: ['Run `black .` (or `ruff format`) with the version CI uses, and commit.'],
    examples: {
      match: [{ text: 'would reformat src/cart.py', captures: { file: 'src/cart.py' } }, { text: 'Would reformat: src/cart.py' }],
      miss: ['0 files would be reformatted', 'All done! ✨ 🍰 ✨'],
    },
  },
  {
    id: 'isort/file',
    category: 'lint',
    title: 'isort: the imports of {file} are not sorted',
    needles: ['Imports are incorrectly sorted'],
    pattern: /ERROR: (?<file>\S{1,250}) Imports are incorrectly sorted/,
    extent: { while: /^[-+@ ]|^ERROR: / },
    transient: 0.01,
    explanation: 'isort, in check mode, would reorder the imports.',
    remedies: ['Run `isort .` with the configuration of the project, and commit.'],
    examples: {
      match: [
        {
          text: 'ERROR: /srv/cart/cart.py Imports are incorrectly sorted and/or formatted.',
          captures: { file: '/srv/cart/cart.py' },
        },
      ],
      miss: ['Skipped 2 files'],
    },
  },
  {
    id: 'clang-format/file',
    category: 'lint',
    title: 'clang-format: {file} is not formatted',
    needles: ['clang-format-violations', 'clang-formatted', 'clang-format check failed'],
    pattern:
      /(?:^|\s)(?<file>[^\s:]{1,250}):(?<line>\d+):\d+: (?:error|warning): code should be clang-formatted|clang-format check failed/,
    extent: { after: 2 },
    transient: 0.01,
    explanation: 'clang-format, in dry-run mode, would change this line.',
    remedies: ['Run `clang-format -i` with the version CI uses, and commit.'],
    examples: {
      match: [
        {
          text: 'src/cart.c:12:5: error: code should be clang-formatted [-Wclang-format-violations]',
          captures: { file: 'src/cart.c', line: '12' },
        },
      ],
      miss: ['clang-format version 17.0.6'],
    },
  },
  {
    id: 'spotless/violation',
    category: 'lint',
    title: 'Spotless or another JVM formatter: files are not formatted',
    needles: [
      'had format violations',
      'spotlessApply',
      'spotless:apply',
      'has not been previously formatted',
      'files are not formatted',
      'must be formatted',
      'not formatted properly',
    ],
    pattern:
      /The following files had format violations|Run '[^'\n]{0,40}spotless(?:Apply|:apply)|File '(?<file>[^'\n]{1,250})' has not been previously formatted|The following files are not formatted|\b\d{1,7} files? must be formatted|has not been formatted properly/,
    extent: { while: /^\s+\S/ },
    transient: 0.01,
    explanation:
      'The formatter of the build (Spotless, google-java-format, scalafmt) would change files; the difference stands below.',
    remedies: ['Run the apply task (`./gradlew spotlessApply`, `mvn spotless:apply`, `sbt scalafmtAll`), and commit.'],
    examples: {
      match: [
        { text: '  The following files had format violations:' },
        { text: '[error] (scalafmtCheckAll) 3 files must be formatted' },
      ],
      miss: ['> Task :spotlessCheck UP-TO-DATE'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** tsc and the tools that print its messages (ts-node, ts-jest, Angular, fork-ts-checker, vue-tsc, Next). */
export const rules: readonly Rule[] = [
  {
    id: 'tsc/error',
    category: 'compile',
    title: 'TypeScript {code}: {message} ({file})',
    needles: ['error TS'],
    pattern:
      /^(?:(?:[^\n]{0,60}?\s)?(?<file>(?:[A-Za-z]:)?[^\s:()]{1,250}\.(?:[cm]?tsx?|[cm]?jsx?|vue|svelte|astro|json|html|mdx))(?:\((?<line>\d+),(?<column>\d+)\)|:(?<line2>\d+):\d+)(?: -|:) )?[^\n]{0,40}?error (?<code>TS(?!5\d{3}|18003|6\d{3})\d{4,5}): (?<message>[^\n]{1,300})/,
    extent: { while: /^\s{2,}\S|^\d+ |^\s*~+|^$/ },
    transient: 0.01,
    explanation: 'The TypeScript compiler rejects this place. TS2307 and TS7016 mean that a module or its types were not found.',
    remedies: ['Correct the place named.', 'If nothing changed there, a dependency brought new types: look at the lock file.'],
    examples: {
      match: [
        {
          text: "src/cart.ts(12,5): error TS2304: Cannot find name 'total'.",
          captures: { file: 'src/cart.ts', line: '12', code: 'TS2304' },
        },
        { text: "src/cart.ts:12:5 - error TS2322: Type 'string' is not assignable to type 'number'.", captures: { line2: '12' } },
        { text: "error TS2688: Cannot find type definition file for 'node'." },
      ],
      miss: ["error TS5023: Unknown compiler option 'foo'.", 'Found 0 errors. Watching for file changes.'],
    },
  },
  {
    id: 'tsc/bare-code',
    category: 'compile',
    title: 'TypeScript {code}: {message}',
    needles: ['TS2', 'TS7', 'TS1', 'TS6133', 'TS4', 'ERROR(TypeScript)', 'Type error: ', 'TSError: '],
    pattern:
      /^(?:##\[error\])?\s*(?:✘ \[ERROR\] )?(?:(?<code>TS\d{4,5})(?: \[ERROR\])?: |ERROR\(TypeScript\) {1,2}|Type error: |(?:\S{0,120} )?TSError: ⨯ )(?<message>[^\n]{1,300})/,
    extent: { before: 1, while: /^\s{2,}\S|^[\s>]{0,12}\d{1,7} {0,9}\||^\s{0,1000}\^/ },
    transient: 0.01,
    explanation: 'A tool that type-checks (Deno, esbuild, Vite, Next, ts-node) repeats a message of the TypeScript compiler.',
    remedies: ['Correct the place named next to it.'],
    examples: {
      match: [
        { text: "TS2304 [ERROR]: Cannot find name 'total'.", captures: { code: 'TS2304' } },
        { text: "Type error: Cannot find name 'total'." },
      ],
      miss: ['TS2 tests passed'],
    },
  },
  {
    id: 'tsc/config',
    category: 'config',
    title: 'tsconfig: {message}',
    needles: ['error TS5', 'error TS18003', 'error TS6'],
    pattern: /error (?<code>TS(?:5\d{3}|18003|6(?:053|059|305|306|307|310|379|504))): (?<message>[^\n]{1,300})/,
    transient: 0.01,
    explanation: 'The options, files or project references of tsconfig.json are wrong for this version of TypeScript.',
    remedies: ['Correct the option or path named in tsconfig.json.'],
    examples: {
      match: [{ text: "tsconfig.json(3,5): error TS5023: Unknown compiler option 'foo'.", captures: { code: 'TS5023' } }],
      miss: ['src/cart.ts(12,5): error TS2304: Cannot find name'],
    },
  },
  {
    id: 'tsc/summary',
    category: 'compile',
    role: 'summary',
    title: 'TypeScript found {count}',
    needles: ['Found ', 'svelte-check found'],
    pattern:
      /^(?:##\[error\])?\s*Found (?<count>[1-9]\d* errors?)(?: in (?:\d+ files?\.|the same file|[^\s:]{1,200}:\d+)|\. Watching)|svelte-check found (?<count2>[1-9]\d* errors?)/,
    extent: { while: /^\s+\d+ {2}\S|^\s*$|^Errors {2}Files/ },
    transient: 0.01,
    explanation: 'The count at the end of a type check.',
    remedies: ['Read the errors above it.'],
    examples: { match: [{ text: 'Found 3 errors in 2 files.', captures: { count: '3 errors' } }], miss: ['Found 0 errors.'] },
  },
]

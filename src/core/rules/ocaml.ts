import type { Rule } from '../model/rule.ts'

/** OCaml: compiler, opam and test runner. */
export const rules: readonly Rule[] = [
  {
    id: 'ocaml/error',
    category: 'compile',
    title: 'OCaml: {message}',
    needles: [
      'Error: Unbound',
      'Error: This expression',
      'Error: Library "',
      'Error: Syntax error',
      'Error (warning',
      'Error (alert',
      'Error: Signature mismatch',
      'Error: The implementation',
      'Error: No rule found',
      'Error: Some type variables',
      'Error: This variant',
      'Error: The value',
      'Error: This pattern',
      'Error: This function',
    ],
    pattern:
      /^(?:##\[error\])?\s*Error(?: \((?:warning|alert) [^)\n]{1,60}\))?: (?<message>(?:Unbound (?:value|module|constructor|type|record|class)|This (?:expression|variant|pattern|function|type)|Library "|Syntax error|Signature mismatch|The (?:implementation|value|type|record)|No rule found|Some type variables|unused|this )[^\n]{0,250})/,
    extent: { before: 4, while: /^\s{7,}\S/ },
    transient: 0.01,
    explanation: 'The OCaml compiler or dune rejects the place shown above; a library that is not installed looks the same.',
    remedies: ['Correct the place, or install the library with opam and list it in the .opam file.'],
    examples: {
      match: [
        { text: 'Error: Unbound value total', captures: { message: 'Unbound value total' } },
        { text: 'Error: Library "acme" not found.' },
      ],
      miss: ['Error: Process completed with exit code 2.'],
    },
  },
  {
    id: 'opam/failed',
    category: 'dependency',
    title: 'opam: {message}',
    needles: [
      '[ERROR] Package conflict',
      '[ERROR] No package named',
      '[ERROR] The compilation of',
      '[ERROR] The sources of',
      'No solution found',
      'Sorry, no solution found',
      '[ERROR] Could not',
    ],
    pattern:
      /\[ERROR\] (?<message>(?:Package conflict|No package named|The compilation of|The sources of|Could not (?:retrieve|synchronize|update|determine))[^\n]{0,200})|(?:Sorry, no|No) solution found/,
    extent: { after: 1, while: /^\s+\S|^\[ERROR\]/ },
    transient: 0.1,
    explanation: 'opam finds no set of versions, or a package did not download or build.',
    remedies: ['Read the conflict or build output below; update the repository with `opam update`.'],
    examples: {
      match: [
        { text: '[ERROR] Package conflict!' },
        { text: '[ERROR] The compilation of acme.1.0 failed at "dune build -p acme".' },
      ],
      miss: ['[WARNING] Running as root is not recommended'],
    },
  },
  {
    id: 'alcotest/failed',
    category: 'test',
    title: 'OCaml: {test} failed',
    needles: ['[FAIL]'],
    pattern: /^(?:>|│|\s)?\s*\[FAIL\]\s+(?<test>\S[^\n]{0,150}?\s+\d+\s+[^\n]{1,150}?)\.?$/,
    extent: { while: /^[│┌└]|^\s+\S/ },
    transient: 0.08,
    explanation: 'Alcotest marks each test that did not pass.',
    remedies: ['Compare expected and received below.'],
    examples: {
      match: [{ text: '  [FAIL]        cart          0   adds two items.' }],
      miss: ['  [OK]          cart          0   adds two items.'],
    },
  },
]

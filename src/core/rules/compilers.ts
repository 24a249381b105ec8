import type { Rule } from '../model/rule.ts'

/** Compilers of less frequent languages, and build-time generators. */
export const rules: readonly Rule[] = [
  {
    id: 'compiler/error',
    category: 'compile',
    title: '{file}:{line}: {message}',
    needles: ['error: '],
    pattern:
      /^(?!\[(?:WARN|INFO|DEBUG))(?:##\[error\]|\[[\w ]{1,20}\]\s{0,8}|#\d+ [\d.]+ |[\w./@-]{1,40}(?: [\w:-]{1,20})?: |[\w-]{1,30}\s{0,8}\| )?\s{0,12}(?<file>(?:[A-Za-z]:)?[^\s:()[\],]{1,220}\.(?:vala|nim|ad[bs]|f|F|f\d\d|F\d\d|d|zig|y|l|yy|ll|td|pyx|cr|v|sv|metal|idl|vapi|gir|scala|erl|fs|ts|tsx|dart|res|re|elm|sol|move|cairo|nix|hx|pas|pp))(?::(?<line>\d+)(?:[.:]\d+(?:-\d+\.\d+)?)?|\((?<line2>\d+)(?:, ?\d+)?\)):? (?:fatal )?[Ee]rror: (?<message>(?!TS\d)[^\n]{1,300})/,
    extent: { while: /^\s+\S|^\d{0,7} {0,9}\||^\^/ },
    transient: 0.01,
    explanation: 'A compiler rejects this line of a source file.',
    remedies: ['Correct the place named; begin with the first error.'],
    examples: {
      match: [
        {
          text: "src/cart.vala:12.3-12.8: error: The name `total' does not exist",
          captures: { file: 'src/cart.vala', line: '12' },
        },
        { text: 'src/Cart.sol:12: Error: Undeclared identifier.' },
        { text: "cart.nim(12, 6) Error: undeclared identifier: 'total'" },
      ],
      miss: ['src/cart.vala:12.9: warning: unused variable'],
    },
  },
]

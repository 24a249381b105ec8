import type { Rule } from '../model/rule.ts'

/** Rust programs that panic. */
export const rules: readonly Rule[] = [
  {
    id: 'runtime-rust/panic',
    category: 'crash',
    title: 'A Rust program panicked at {file}:{line}',
    needles: ['panicked at', 'the application panicked'],
    pattern:
      /thread '(?<symbol>main|<unnamed>|[\w-]{0,60}(?:worker|rayon|tokio|thread|pool)[\w-]{0,60}|rustc)' (?:\(\d+\) )?(?:\([\d]+\) )?panicked at (?:'(?<message>[^\n]{1,200}?)', )?(?<file>[\w./\\@+-]{1,200}):(?<line>\d{1,7})|^(?:\S{1,40}\s*\| )?The application panicked \(crashed\)|^thread 'main' panicked at '/,
    extent: { after: 2 },
    transient: 0.08,
    explanation: 'A Rust program stopped at an assertion, an `unwrap` of an error, or an index outside of a slice.',
    remedies: ['Go to the named place; run with RUST_BACKTRACE=1.'],
    examples: {
      match: [
        { text: "thread 'main' panicked at src/cart.rs:12:5:", captures: { file: 'src/cart.rs', line: '12' } },
        {
          text: "thread 'main' panicked at 'called `Option::unwrap()` on a `None` value', src/main.rs:4:37",
          captures: { file: 'src/main.rs', line: '4' },
        },
      ],
      miss: ["thread 'cart::tests::adds_two' panicked at src/cart.rs:12:5:", 'test panicked_at_start ... ok'],
    },
  },
]

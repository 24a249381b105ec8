import type { Rule } from '../model/rule.ts'

/** rustc, Clippy, rustfmt, rustdoc. */
export const rules: readonly Rule[] = [
  {
    id: 'rustc/error',
    category: 'compile',
    title: 'rustc {code}: {message}',
    needles: ['error[E0'],
    pattern: /^(?:[^\n]{0,60}?\s)?error\[(?<code>E0\d{3})\]: (?<message>[^\n]{1,250})/,
    extent: { while: /^\s*(?:\d+ *)?[|=\\/]|^\s*-->|^\s*\.\.\.|^\s*:::/ },
    transient: 0.01,
    explanation: 'The Rust compiler rejects the place shown below; `rustc --explain <code>` has the long text.',
    remedies: ['Correct the place named.', 'If it is in a dependency, update it or pin the toolchain.'],
    examples: {
      match: [{ text: 'error[E0425]: cannot find value `total` in this scope', captures: { code: 'E0425' } }],
      miss: ['warning: unused variable: `x`', 'For more information about this error, try `rustc --explain E0425`.'],
    },
  },
  {
    id: 'rustc/plain-error',
    category: 'compile',
    title: 'rustc: {message}',
    needles: ['error: '],
    pattern:
      /^(?:##\[error\])?\s*error: (?<message>(?:expected |cannot find (?:macro|attribute|derive)|unexpected (?:token|closing|end)|this file contains an unclosed|mismatched closing|no rules expected|unused (?:import|variable|mut|doc|result|return|macro)|linking with|unresolved (?:import|link)|unknown (?:start of token|lint)|macro expansion|proc[- ]macro|couldn't read|environment variable `|the name `|function `[^`]{1,80}` is never|field `|variable (?:does not|`)|hidden lifetime|mismatched_lifetime|use of deprecated|unreachable |custom attribute|type `[^`]{1,80}` (?:is never|should)|missing (?:documentation|fragment)|file not found for module|enum `|struct `|constant `|method `|associated )[^\n]{0,250})/,
    extent: { while: /^\s*(?:\d+ *)?[|=\\/]|^\s*-->|^\s*\.\.\./ },
    transient: 0.01,
    explanation: 'The Rust compiler rejects the place below: a syntax or macro error, the linker, or a lint set to deny.',
    remedies: ['Correct the place named; for a denied lint, correct the warning or narrow `-D warnings`.'],
    examples: {
      match: [{ text: 'error: unused import: `std::io`' }, { text: 'error: linking with `cc` failed: exit status: 1' }],
      miss: ['error: could not compile `cart` (lib) due to 2 previous errors', 'error: test failed, to rerun pass `--lib`'],
    },
  },
  {
    id: 'clippy/denied',
    category: 'lint',
    title: 'Clippy: {code}',
    needles: ['clippy::', 'rust-clippy'],
    pattern:
      /= note: `-D clippy::(?<code>[\w-]{1,60})` implied by|#\[deny\(clippy::(?<code2>\w{1,60})\)\]` on by default|= note: `#\[deny\(clippy::(?<code3>[\w:]{1,60})\)\]/,
    extent: { before: 8, while: /^\s*(?:\d+ *)?[|=]/ },
    transient: 0.01,
    explanation: 'Clippy finds code it thinks wrong, and CI denies warnings. A new toolchain brings new lints.',
    remedies: [
      'Do what the `help:` line says, or run `cargo clippy --fix`.',
      'Pin the toolchain so that new lints come when you choose.',
    ],
    examples: {
      match: [
        { text: '   = note: `-D clippy::needless-return` implied by `-D warnings`', captures: { code: 'needless-return' } },
      ],
      miss: ['   = note: `#[warn(clippy::needless_return)]` on by default'],
    },
  },
  {
    id: 'rustfmt/diff',
    category: 'lint',
    title: 'rustfmt: {file} is not formatted',
    needles: ['Diff in '],
    pattern: /^(?:##\[error\])?\s*Diff in (?<file>\S{1,250}?)(?::(?<line>\d+):| at line (?<line2>\d+):)$/,
    extent: { while: /^[-+ ]|^$/ },
    transient: 0.01,
    explanation: '`cargo fmt --check` shows what rustfmt would change.',
    remedies: ['Run `cargo fmt` with the toolchain CI uses, and commit.'],
    examples: {
      match: [
        { text: 'Diff in /srv/cart/src/lib.rs:12:', captures: { file: '/srv/cart/src/lib.rs', line: '12' } },
        { text: 'Diff in src/lib.rs at line 12:' },
      ],
      miss: ['Diff in coverage: 0.1%'],
    },
  },
  {
    id: 'rustc/crash',
    category: 'crash',
    title: 'rustc itself crashed',
    needles: ['the compiler unexpectedly panicked', "thread 'rustc' panicked"],
    pattern: /error: the compiler unexpectedly panicked|thread 'rustc' panicked at/,
    extent: { after: 4 },
    transient: 0.2,
    explanation: 'The Rust compiler ended with a bug of its own.',
    remedies: ['Delete incremental state (`cargo clean`) and the cache, or use another toolchain; report the bug.'],
    examples: {
      match: [{ text: "thread 'rustc' panicked at compiler/rustc_middle/src/ty/mod.rs:12:5:" }],
      miss: ["thread 'main' panicked at src/main.rs:12:5:"],
    },
  },
  {
    id: 'rustc/summary',
    category: 'compile',
    role: 'summary',
    title: 'could not compile {package}',
    needles: [
      'error: could not compile',
      'error: aborting due to',
      'error: could not document',
      'failed to run custom build command for',
    ],
    pattern: /error: (?:could not (?:compile|document) `(?<package>[^`]{1,100})`|aborting due to|build failed)/,
    extent: { after: 1 },
    transient: 0.01,
    explanation: 'cargo names the crate that did not compile.',
    remedies: ['Read the first `error` above.'],
    examples: {
      match: [{ text: 'error: could not compile `cart` (lib) due to 2 previous errors', captures: { package: 'cart' } }],
      miss: ['   Compiling cart v1.0.0'],
    },
  },
  {
    id: 'cargo/build-script',
    category: 'compile',
    title: 'cargo: the build script of {package} failed',
    needles: ['failed to run custom build command for'],
    pattern: /failed to run custom build command for `(?<package>[^`\n]{1,150})`/,
    extent: { after: 4, while: /^\s+\S|^\s*$|^error: / },
    transient: 0.05,
    explanation: 'A crate compiles or looks for a system library in build.rs, and that failed; its stderr stands below.',
    remedies: ['Read the stderr below; install the library or tool it asks for (openssl, protoc, cmake, clang …).'],
    examples: {
      match: [
        {
          text: 'error: failed to run custom build command for `openssl-sys v0.9.99`',
          captures: { package: 'openssl-sys v0.9.99' },
        },
      ],
      miss: ['   Compiling openssl-sys v0.9.99'],
    },
  },
]

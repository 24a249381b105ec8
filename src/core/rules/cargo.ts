import type { Rule } from '../model/rule.ts'

/** Cargo's resolution and fetching, rustup. */
export const rules: readonly Rule[] = [
  {
    id: 'cargo/resolve',
    category: 'dependency',
    title: 'cargo cannot resolve {package}',
    needles: ['failed to select a version for', 'no matching package', 'failed to load source for dependency', 'failed to get `'],
    pattern:
      /error: (?:failed to select a version for (?:the requirement )?`(?<package>[^`\n]{1,100})|no matching package (?:named `(?<name>[^`\n]{1,100})` )?found|failed to (?:get|load source for dependency) `(?<dep>[^`\n]{1,100}))/,
    extent: {
      while:
        /^\s+\S|^(?:required by|location searched|candidate|versions that|all possible|Caused by|the package|failed to)|^\s*$/,
    },
    transient: 0.05,
    explanation: 'No version in the registry fits all requirements, a package does not exist, or its git source cannot be read.',
    remedies: ['Read which crate requires what below; align the versions, and run `cargo update -p <crate>`.'],
    examples: {
      match: [
        { text: 'error: failed to select a version for `acme-cart`.', captures: { package: 'acme-cart' } },
        { text: 'error: no matching package named `acme-cart` found', captures: { name: 'acme-cart' } },
      ],
      miss: ['    Updating crates.io index'],
    },
  },
  {
    id: 'cargo/locked',
    category: 'dependency',
    title: 'Cargo.lock does not match Cargo.toml',
    needles: [
      'because --locked was passed',
      'because --frozen was passed',
      'but --locked was passed',
      'but --frozen was passed',
      'changed between lock files',
    ],
    pattern:
      /needs to be updated but --(?:locked|frozen) was passed|because --(?:locked|frozen) was passed|checksum for `[^`\n]{1,100}` changed between lock files/,
    extent: { after: 2 },
    transient: 0.01,
    explanation: 'CI builds with --locked, and the manifest asks for something the lock file does not have.',
    remedies: ['Run `cargo update -w` (or `cargo check`) and commit Cargo.lock.'],
    examples: {
      match: [
        { text: 'error: the lock file /srv/cart/Cargo.lock needs to be updated but --locked was passed to prevent this' },
        { text: 'error: cannot update the lock file /srv/cart/Cargo.lock because --locked was passed to prevent this' },
      ],
      miss: ['cargo test --locked'],
    },
  },
  {
    id: 'cargo/rust-version',
    category: 'dependency',
    title: 'a crate needs a newer Rust',
    needles: [
      'cannot be built because it requires rustc',
      'is not supported by the following package',
      'requires rustc ',
      'is required',
      'is stabilized in',
      'requires a nightly',
      'not stabilized in this version of Cargo',
    ],
    pattern:
      /cannot be built because it requires rustc (?<version>[\d.]+)|rustc [\d.\w-]{1,30} is not supported by the following packages?|feature `(?<feature>\w{1,40})` is required|not stabilized in this version of Cargo/,
    extent: { after: 3 },
    transient: 0.01,
    explanation:
      'A dependency uses a later language version than the toolchain of this job; a minimum-version job breaks so when a dependency is updated.',
    remedies: ['Raise the toolchain, or hold the crate back (`cargo update -p <crate> --precise <version>`).'],
    examples: {
      match: [
        {
          text: 'error: package `acme v1.0.0` cannot be built because it requires rustc 1.70 or newer, while the currently active rustc version is 1.65.0',
          captures: { version: '1.70' },
        },
      ],
      miss: ['rustc 1.70.0 (90c541806 2023-05-31)'],
    },
  },
  {
    id: 'cargo/network',
    category: 'network',
    title: 'cargo could not download',
    needles: [
      'failed to download from',
      'failed to fetch `',
      'failed to download `',
      'download of config.json failed',
      'failed to download replaced source',
      'could not download file from',
    ],
    pattern:
      /error: (?:failed to (?:download from|fetch|download|download replaced source) |could not download file from|download of config\.json failed)|Caused by: failed to download/,
    extent: { while: /^\s+\S|^Caused by|^\s*$/ },
    transient: 0.75,
    explanation: 'crates.io, a git host or static.rust-lang.org did not answer, after cargo had tried again.',
    remedies: ['Run again; cache ~/.cargo/registry, or set CARGO_NET_RETRY, if it recurs.'],
    examples: {
      match: [{ text: 'error: failed to download from `https://crates.io/api/v1/crates/acme/1.0.0/download`' }],
      miss: ['warning: spurious network error (2 tries remaining): [28] Timeout was reached'],
    },
  },
  {
    id: 'cargo/config',
    category: 'config',
    title: 'cargo or rustup: {message}',
    needles: [
      'no such command: `',
      'no such subcommand: `',
      'could not find `Cargo.toml`',
      'failed to parse manifest',
      'is not installed',
      'is unavailable for download',
      'is not applicable to the',
      'unrecognized subcommand',
      'does not contain component',
      'does not have these features',
      'no bin target named',
      'did not match any packages',
    ],
    pattern:
      /error: (?<message>no such (?:sub)?command: `[^`\n]{1,60}`|could not find `Cargo\.toml`[^\n]{0,120}|failed to parse manifest at[^\n]{0,150}|toolchain '[^'\n]{1,80}' is not installed|'?cargo-\w{1,30}'? is not installed[^\n]{0,100}|the '\w[\w-]{1,40}' binary[^\n]{0,150}|component '[^'\n]{1,60}' [^\n]{0,40}is unavailable for download[^\n]{0,80}|[^\n]{0,80}does not contain component[^\n]{0,80}|[^\n]{0,120}does not have (?:these features|the feature)[^\n]{0,60}|no bin target named[^\n]{0,80}|package ID specification [^\n]{1,80} did not match any packages)/,
    extent: { after: 3 },
    transient: 0.03,
    explanation: 'A tool, component, toolchain or target that the step names is not there.',
    remedies: ['Install it (`rustup component add`, `cargo install`), or correct the name.'],
    examples: {
      match: [
        { text: 'error: no such command: `nextest`' },
        { text: "error: toolchain '1.70-x86_64-unknown-linux-gnu' is not installed" },
      ],
      miss: ['info: component rustfmt is up to date'],
    },
  },
]

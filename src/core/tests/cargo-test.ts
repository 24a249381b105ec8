import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** libtest's default output: https://doc.rust-lang.org/rustc/tests/index.html */
export const framework: TestFramework = reportReader({
  id: 'cargo-test',
  needles: ['test result: ', ' stdout ----', ' ... FAILED'],
  proof: /^(?:test result: |---- .* stdout ----$|test \S.* \.\.\. (?:ok|FAILED|ignored))/,
  failed: [/^---- (?<name>\S.*) std(?:out|err) ----$/],
  listed: [/^test (?<name>\S.*?)(?: - should panic)? \.\.\. FAILED$/],
  name: ({ name }) => name?.replace(/ - (?:compile(?: fail)?|should panic)$/, ''),
  end: /^(?:failures:|successes:|test result: )/,
  place: /^thread '.*' (?:\(\d+\) )?panicked at (?:'.*', )?(?<file>[^\s:']+\.rs):(?<line>\d+):\d+/,
  noise: /^thread '.*' (?:\(\d+\) )?panicked at [^\s:']+:\d+:\d+:$|^note: |^stack backtrace:|^ +\d+: /,
  label: /^thread '[^']*' (?:\(\d+\) )?panicked at /,
  summary: [/^test result: (?:ok|FAILED)\. (?<passed>\d+) passed; (?<failed>\d+) failed; (?<skipped>\d+) ignored;/],
})

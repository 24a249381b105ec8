import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** Perl's prove and `make test` (Test::Harness): https://metacpan.org/pod/prove. Names are `file: test`, or the file where its tests have none. */
export const framework: TestFramework = reportReader({
  id: 'perl-prove',
  needles: ['Test Summary Report', 'Result: PASS', 'Result: FAIL', 'All tests successful', 'subtests', '.t .'],
  proof: /^(?:Result: (?:PASS|FAIL|NOTESTS)|Files=\d+, Tests=\d+|Test Summary Report|\S+\.t \.+ )/,
  suite: /^(?<suite>\S+\.t) \.+/,
  failed: [/^# {3}Failed test '(?<name>.*)'$/, /^# {3}Failed test \((?<file>\S+) at line (?<line>\d+)\)$/, /^# {3}Failed test at (?<file>\S+) line (?<line>\d+)\.$/],
  listed: [/^(?<suite>\S+\.t) +\(Wstat: \d+.* Tests: \d+ Failed: (?<bad>\d+)\)$/],
  name: ({ suite: file, bad, name, file: place, line }, suite) => (file !== undefined ? (bad === '0' ? file : undefined) : `${suite || place || '?'}: ${name ?? `line ${line}`}`),
  end: /^# Looks like |^\S+\.t \.+|^Dubious, |^Failed \d+\/\d+ (?:sub)?tests/,
  place: /^# {3}at (?<file>\S+) line (?<line>\d+)\.$/,
  noise: /^# {3}at \S+ line \d+\.$/,
  label: /^# */,
  ran: /^Files=\d+, Tests=(?<total>\d+)/,
  summary: [/^Result: (?:PASS|FAIL|NOTESTS)$/],
})

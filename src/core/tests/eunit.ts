import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** Erlang's EUnit, by itself and under rebar3: https://www.erlang.org/doc/apps/eunit/chapter.html */
export const framework: TestFramework = reportReader({
  id: 'eunit',
  needles: ['*failed*', '  Failed: ', ' tests passed.', 'Test passed.', '_tests:', '_test/0'],
  proof:
    /\*failed\*$|^ {2}Failed: \d+\. {2}Skipped: |^ {2}All \d+ tests passed\.$|^ {2}Test passed\.$|^ {2}\d+\) [a-z]\w*:\w+\/\d/,
  failed: [
    /^ *(?<name>[a-z]\w*(?:\.erl:\d+)?: ?(?:<\S+> )?[a-z]\w*_?(?: \([^)]*\))?)\.\.\.(?:\[[\d.]+ s\] )?\*failed\*$/,
    /^ {2}\d+\) (?<name>[a-z]\w*:\w+\/\d+(?::\d+)?)(?:: .*)?$/,
  ],
  end: /^={20,}$|^Finished in |^ *module '|^ *\w+: \w.*\.\.\.(?:\[[\d.]+ s\] )?ok$/,
  place: /^in function .*\((?<file>\S+\.erl), line (?<line>\d+)\)$/,
  noise: /^in (?:function|call from) /,
  label: /^ *(?:Failure\/Error: |\*\*)/,
  summary: [
    /^ {2}Failed: (?<failed>\d+)\. {2}Skipped: (?<skipped>\d+)\. {2}Passed: (?<passed>\d+)\.$/,
    /^ {2}All (?<total>\d+) tests passed\.$/,
  ],
})

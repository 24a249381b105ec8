import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** Erlang's Common Test, by itself and under rebar3: https://www.erlang.org/doc/apps/common_test/ */
export const framework: TestFramework = reportReader({
  id: 'common-test',
  needles: ['_SUITE'],
  failed: [
    /^%%% (?<suite>\w+_SUITE) ==> (?<name>\w[\w.]*(?: \(group \w+\))?): FAILED$/,
    /^(?<suite>\w+_SUITE):(?<name>\w+) failed(?: on line (?<line>\d+))?$/,
  ],
  name: ({ suite, name }) => `${suite}:${name?.split(' ')[0]}`,
  end: /^%%% \w+_SUITE(?: ==> .*: OK|:)|^Testing |^- - - /,
  label: /^%%% \w+_SUITE ==> /,
  summary: [
    /^(?:Failed (?<failed>\d+) tests\. )?(?:Skipped (?<skipped>\d+) \([^)]*\) tests\. )?Passed (?<passed>\d+) tests\.$/,
    /^All (?<total>\d+) tests passed\.$/,
    /^Testing \S+: TEST COMPLETE, (?<passed>\d+) ok, (?<failed>\d+) failed(?:, (?<skipped>\d+) skipped)? of \d+ test cases?$/,
  ],
})

import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** GoogleTest, and GoogleMock's messages: https://google.github.io/googletest/. Under `ctest -V` a test number stands before each line. */
export const framework: TestFramework = reportReader({
  id: 'gtest',
  needles: ['[  FAILED  ]', '[  PASSED  ]', '[==========]'],
  proof: /^(?:\d+: )?\[(?:==========| {2}(?:FAILED|PASSED) {2})\] /,
  suite: /^(?:\d+: )?\[ RUN {6}\] (?<suite>\S+)$/,
  failed: [/^(?:\d+: )?(?<file>[^\s:(]+\.\w{1,4})[:(](?<line>\d+)\)?: (?:Failure|error: (?:Value of|Expected).*)$/],
  listed: [
    /^(?:\d+: )?\[ {2}FAILED {2}\] (?<name>\w[\w./-]*\.[\w./-]*)(?:, where (?:GetParam|TypeParam)(?:\(\))? = .*)?(?: \(\d+ ms\))?$/,
  ],
  name: ({ name }, suite) => name ?? suite,
  end: /^(?:\d+: )?\[(?: {2}FAILED {2}| {7}OK |-{10}|={10})\]/,
  label: /^\d+: /,
  summary: [
    /^(?:\d+: )?\[==========\] (?<total>\d+) tests? from \d+ test (?:cases?|suites?|programs?) ran\.(?: \(\d+ ms total\))?$/,
  ],
})

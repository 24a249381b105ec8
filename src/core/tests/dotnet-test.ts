import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/**
 * `dotnet test` and vstest (https://learn.microsoft.com/dotnet/core/tools/dotnet-test), the new testing platform, xunit.console
 * and nunit3-console; xUnit, NUnit and MSTest print alike through them.
 */
export const framework: TestFramework = reportReader({
  id: 'dotnet-test',
  needles: ['Failed: ', 'Total tests: ', '[FAIL]', 'Test Count: ', 'failed: ', 'Tests run: ', 'Test Failure : ', ' Failed : '],
  proof:
    /^(?:Passed!|Failed!|Skipped!) +- Failed: |^Total tests: \d|^ *Test summary: total: |\[FAIL\]$|^ *Test Count: \d|^Test Run (?:Failed|Successful)\.|^Tests run: \d+, Errors: |^=== TEST EXECUTION SUMMARY ===|^ *Failed +\S.* \[.*m?s\]$/,
  failed: [
    /^ {0,4}Failed +(?<name>[A-Za-z_]\S*?(?:\(.*\))?(?: .*?)?)(?: \[(?:< )?[\d.,]+ ?\w+(?: [\d.]+ ?\w+)?\])$/,
    /^Failed {2,}(?<name>[A-Za-z_][\w.+]*(?:\(.*\))?)$/,
    /^ *\d+\) (?:Failed|Error|Test Failure|Test Error|Invalid|SetUp Error|TearDown Error) : (?<name>\S.*)$/,
    /^failed (?<name>[A-Za-z_]\S*?(?:\(.*\))?) \((?:\d+m )?(?:\d+s )?[\d.]+m?s\)$/,
    /^.*: error TESTERROR: (?<name>\S.*?) \([\d. \w]+\): (?:Error Message: )?(?<why>.*)$/,
    /^(?:\[xUnit\.net \d\d:\d\d:\d\d\.\d+\])? {2,}(?<name>[A-Za-z_]\S.*?) \[FAIL\]$/,
  ],
  label: /^\[xUnit\.net \d\d:\d\d:\d\d\.\d+\] */,
  name: ({ name }) =>
    name && /^(?:to|with|on|in|because|for) /.test(name) ? undefined : name?.replace(/^(\w[\w.]*\.)\w+ : \1/, '$1'),
  end: /^ {0,4}(?:Passed|Skipped|Standard Output Messages:|Failed! |Passed! |Total tests:|Test Run |Results File:)|^(?:\[xUnit\.net \d\d:\d\d:\d\d\.\d+\])? {2,4}(?:Finished|Discover\w+|Starting):|\[(?:PASS|SKIP)\]$|^Run Settings$/,
  place: /^\s*at .* in (?<file>\S.*?):(?:line )?(?<line>\d+)$/,
  noise:
    /^ *(?:Error Message:|(?:\[xUnit\.net \d\d:\d\d:\d\d\.\d+\] *)?Stack Trace:|(?:\[xUnit\.net \d\d:\d\d:\d\d\.\d+\] *)?at .*|--- End of .*)$/,
  summary: [
    /^(?:Failed|Passed|Skipped)! +- Failed: +(?<failed>\d+), Passed: +(?<passed>\d+), Skipped: +(?<skipped>\d+), Total: +(?<total>\d+)/,
    /^Total tests: (?<total>\d+)\. Passed: (?<passed>\d+)\. Failed: (?<failed>\d+)\. Skipped: (?<skipped>\d+)\./,
    /^ *Test summary: total: (?<total>\d+), failed: (?<failed>\d+), succeeded: (?<passed>\d+), skipped: (?<skipped>\d+)/,
    /^ +\S+ +Total: (?<total>\d+), Errors: (?<errors>\d+), Failed: (?<failed>\d+), Skipped: (?<skipped>\d+)/,
    /^ *Test Count: (?<total>\d+), (?:Passed|Pass): (?<passed>\d+), Failed: (?<failed>\d+)(?:, Warnings: \d+)?, Inconclusive: \d+, Skipped: (?<skipped>\d+)/,
    /^Tests run: (?<total>\d+), Errors: (?<errors>\d+), Failures: (?<failed>\d+), Inconclusive: \d+/,
    /^Total tests: (?<total>\d+)$/,
  ],
})

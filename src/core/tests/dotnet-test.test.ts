import { expect, it } from 'vitest'
import { framework } from './dotnet-test.ts'
import { textLines } from './lines/text-lines.ts'

it('reads the console logger', () => {
  const log = `
[xUnit.net 00:00:00.50]     Acme.CartTests.AddsTax [FAIL]
[xUnit.net 00:00:00.50]       Assert.Equal() Failure
  Failed Acme.CartTests.AddsTax [12 ms]
  Error Message:
   Assert.Equal() Failure: Values differ
Expected: 2
  Stack Trace:
     at Acme.CartTests.AddsTax() in /app/CartTests.cs:line 12
  Passed Acme.CartTests.IsEmpty [1 ms]

Failed!  - Failed:     1, Passed:     1, Skipped:     1, Total:     3, Duration: 12 ms - Acme.Tests.dll (net8.0)`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'dotnet-test',
    total: 3,
    passed: 1,
    failed: 1,
    skipped: 1,
    failedTests: [{ name: 'Acme.CartTests.AddsTax', message: 'Assert.Equal() Failure', lines: [2, 3] }],
  })
})

it('reads old VSTest, NUnit and xunit.console', () => {
  const log = `
Failed   Acme.CartTests.AddsTax
Error Message:
 Expected 2
Total tests: 3. Passed: 1. Failed: 1. Skipped: 1.
Errors, Failures and Warnings

1) Failed : Acme.MoneyTests.Rounds
  Expected: 2
at Acme.MoneyTests.Rounds() in /app/MoneyTests.cs:line 7

  Test Count: 2, Passed: 1, Failed: 1, Warnings: 0, Inconclusive: 0, Skipped: 0
    Acme.OldTests.Opens [FAIL]
      closed
=== TEST EXECUTION SUMMARY ===
   Acme.OldTests  Total: 1, Errors: 0, Failed: 1, Skipped: 0, Time: 0.1s`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'dotnet-test',
    total: 6,
    passed: 2,
    failed: 3,
    skipped: 1,
    failedTests: [
      { name: 'Acme.CartTests.AddsTax', message: 'Expected 2', lines: [2, 4] },
      { name: 'Acme.MoneyTests.Rounds', message: 'Expected: 2', lines: [8, 10], file: '/app/MoneyTests.cs', line: 7 },
      { name: 'Acme.OldTests.Opens', message: 'closed\n=== TEST EXECUTION SUMMARY ===', lines: [13, 15] },
    ],
  })
})

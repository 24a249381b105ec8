import type { Rule } from '../model/rule.ts'

/** dotnet test and VSTest. */
export const rules: readonly Rule[] = [
  {
    id: 'vstest/failed',
    category: 'test',
    title: 'dotnet test: {test} failed',
    needles: ['Failed ', ' X '],
    pattern:
      /^(?:##\[error\])?\s{1,4}(?:Failed|X) (?<test>[A-Za-z_][^\n[]{2,300}) \[(?:< )?\d[\d., ]{0,12}(?:ms|s|m)(?: \d+ m?s)?\]$/,
    extent: { while: /^\s+\S|^\s*$/ },
    transient: 0.12,
    explanation: 'A test failed; the error message and the stack trace stand below it.',
    remedies: ['Read the error message below, and run `dotnet test --filter <name>` locally.'],
    examples: {
      match: [
        { text: '  Failed Acme.CartTests.Adds [12 ms]', captures: { test: 'Acme.CartTests.Adds' } },
        { text: '  X Acme.CartTests.Adds [12ms]' },
      ],
      miss: ['  Passed Acme.CartTests.Adds [12 ms]'],
    },
  },
  {
    id: 'vstest/aborted',
    category: 'crash',
    title: 'the .NET test host crashed',
    needles: ['The active test run was aborted', 'Test host process crashed', 'Test Run Aborted'],
    pattern: /The active test run was aborted\. Reason: (?<reason>[^\n]{1,200})|Test host process crashed/,
    extent: { after: 4 },
    transient: 0.35,
    explanation:
      'The process that ran the tests died: stack overflow, native crash, an exception on another thread, or no memory.',
    remedies: ['Run with `--blame-crash` to learn which test was running.'],
    examples: {
      match: [{ text: 'The active test run was aborted. Reason: Test host process crashed' }],
      miss: ['Test Run Successful.'],
    },
  },
  {
    id: 'vstest/summary',
    category: 'test',
    role: 'summary',
    title: 'dotnet test failed',
    needles: ['Failed!  - Failed:', 'Test Run Failed.', 'Failed: ', 'Test summary: '],
    pattern:
      /Failed! {1,3}- Failed:\s+\d+|^Test Run Failed\.|^\s*Total tests: \d+\. Passed: \d+\. Failed: [1-9]|Test summary: total: \d+, failed: [1-9]/i,
    extent: { after: 3 },
    transient: 0.12,
    explanation: 'The count at the end of a .NET test run.',
    remedies: ['Read the failed tests above it.'],
    examples: {
      match: [
        {
          text: 'Failed!  - Failed:     1, Passed:    10, Skipped:     0, Total:    11, Duration: 1 s - Acme.Tests.dll (net8.0)',
        },
      ],
      miss: ['Passed!  - Failed:     0, Passed:    10'],
    },
  },
]

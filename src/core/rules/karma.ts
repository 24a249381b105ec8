import type { Rule } from '../model/rule.ts'

/** Karma. */
export const rules: readonly Rule[] = [
  {
    id: 'karma/failed',
    category: 'test',
    title: 'Karma: {test} failed',
    needles: [' FAILED'],
    pattern:
      /^(?:##\[error\])?\s*(?:Chrome|HeadlessChrome|ChromeHeadless|Firefox|Safari|Edge|PhantomJS|Electron|jsdom|Chromium|Mobile Safari|IE)[\w .]{0,40}\([^)]{1,60}\):? (?<test>(?!Executed)[^\n]{1,200}) FAILED$/,
    extent: { while: /^\s+\S/ },
    transient: 0.15,
    explanation: 'A test that Karma ran in a browser failed.',
    remedies: ['Read the expectation and stack below the name.'],
    examples: {
      match: [
        {
          text: 'Chrome Headless 120.0.0.0 (Linux x86_64) Cart adds two items FAILED',
          captures: { test: 'Cart adds two items' },
        },
      ],
      miss: ['Chrome Headless 120.0.0.0 (Linux x86_64): Executed 3 of 10 SUCCESS'],
    },
  },
  {
    id: 'karma/browser',
    category: 'runner',
    title: 'Karma lost, or could not start, the browser',
    needles: [
      'have not captured in',
      'Disconnected, because no message in',
      'Disconnected reconnect failed',
      'Cannot start Chrome',
      'No binary for Chrom',
      'Cannot start Firefox',
      'DISCONNECTED',
    ],
    pattern:
      /have not captured in \d+ ms, killing|Disconnected,? (?:because no message in \d+ ms|reconnect failed)|Cannot start (?:Chrom\w{0,12}|Firefox\w{0,10}|PhantomJS)|No binary for Chrom\w{1,12} browser on your platform|(?:Executed \d+ of \d+.{0,40} )DISCONNECTED/,
    extent: { after: 3 },
    transient: 0.5,
    explanation:
      'The browser did not start, or stopped answering: it is missing, lacks the sandbox flags of a container, or ran out of memory.',
    remedies: [
      'Install the browser on the runner and set CHROME_BIN; use `--no-sandbox` in containers.',
      'Raise `browserNoActivityTimeout`, or run again.',
    ],
    examples: {
      match: [{ text: 'ChromeHeadless have not captured in 60000 ms, killing.' }],
      miss: ['Launching browsers ChromeHeadless with concurrency unlimited'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** Playwright and Puppeteer. */
export const rules: readonly Rule[] = [
  {
    id: 'playwright/failed',
    category: 'test',
    title: 'Playwright: {test} failed',
    needles: ['.spec.', '.test.', '.e2e.', '.e2e-spec.'],
    pattern:
      /^(?:##\[error\])?\s+\d+\) (?:\[(?<project>[^\]]{1,60})\] › )?(?<file>[^\s:]{1,200}\.[cm]?[jt]sx?):(?<line>\d+):\d+ › (?<test>[^\n]{1,250}?)[ ─]*$/,
    extent: { after: 2, while: /^\s{4,}\S|^\s*$/ },
    transient: 0.25,
    explanation: 'A browser test failed; below stand the error, the call log, and the source line.',
    remedies: [
      'Read the error; open the trace or screenshot among the artifacts.',
      'If it passes on retry, treat it as flaky: wait for the condition, not for time.',
    ],
    examples: {
      match: [
        {
          text: '  1) [chromium] › tests/cart.spec.ts:12:5 › adds two items ────────',
          captures: { file: 'tests/cart.spec.ts', test: 'adds two items' },
        },
      ],
      miss: ['  ✓  1 [chromium] › tests/cart.spec.ts:12:5 › adds two items (1.2s)'],
    },
  },
  {
    id: 'playwright/expect',
    category: 'test',
    title: 'Playwright: {message}',
    needles: ['Error: expect(', 'Screenshot comparison failed', 'Timed out ', 'Test timeout of', 'TimeoutError: '],
    pattern:
      /(?:Error: (?:Timed out \d+ms waiting for )?(?<message>expect\([^\n]{1,200}|Screenshot comparison failed[^\n]{0,100})|(?<limit>Test timeout of \d+ms exceeded[^\n]{0,100}))/,
    extent: { after: 1, while: /^\s{4,}\S|^\s*$/ },
    transient: 0.25,
    explanation: 'An expectation of a browser test did not hold within its time: the page showed something else, or nothing.',
    remedies: [
      'Compare expected and received; look at the trace or screenshot.',
      'For an intended change of looks, update the reference pictures on the same platform as CI.',
    ],
    examples: {
      match: [{ text: '    Error: expect(locator).toBeVisible() failed' }, { text: '    Test timeout of 30000ms exceeded.' }],
      miss: ['await expect(page).toHaveTitle()'],
    },
  },
  {
    id: 'playwright/load',
    category: 'test',
    title: 'Playwright cannot load the tests: {message}',
    needles: [
      'must use the object destructuring pattern',
      'Playwright Test did not expect',
      'Requiring @playwright/test second time',
      'has unknown parameter "',
    ],
    pattern:
      /(?<message>First argument must use the object destructuring pattern[^\n]{0,60}|Playwright Test did not expect[^\n]{0,120}|Requiring @playwright\/test second time|has unknown parameter "[^"\n]{1,60}")/,
    extent: { while: /^\s*$|^\s+\S/ },
    transient: 0.01,
    explanation:
      'A test file uses fixtures or hooks in a way that this version of Playwright does not take, or two copies of it are installed.',
    remedies: ['Correct the signature at the place shown below.', 'Make sure that one version of @playwright/test is installed.'],
    examples: {
      match: [{ text: 'First argument must use the object destructuring pattern: _' }],
      miss: ['Running 12 tests using 2 workers'],
    },
  },
  {
    id: 'playwright/browser-missing',
    category: 'config',
    title: 'The browser of Playwright is not installed',
    needles: ["executable doesn't exist at", 'looks like playwright', 'host system is missing dependencies', 'failed to launch'],
    pattern:
      /Executable doesn't exist at (?<file>\S{1,250})|browserType\.launch\w{0,20}: (?:Failed to launch|Host system is missing)|Host system is missing dependencies to run browsers|Looks like Playwright (?:Test or Playwright )?was just (?:installed|updated|installed or updated)/,
    extent: { after: 8, while: /^[║╔╚]/ },
    transient: 0.02,
    explanation:
      'The npm package is installed, but the browser (or the system libraries) it drives is not, or another version is in the cache.',
    remedies: [
      'Add `npx playwright install --with-deps` (or `npx puppeteer browsers install`, `npx cypress install`) before the tests.',
      'Put the version of the package into the key of the browser cache.',
    ],
    examples: {
      match: [
        { text: 'Host system is missing dependencies to run browsers.' },
        { text: "browserType.launch: Executable doesn't exist at /root/.cache/ms-playwright/chromium-1091/chrome-linux/chrome" },
      ],
      miss: ['Downloading Chromium 120.0 (playwright build v1091)'],
    },
  },
  {
    id: 'playwright/summary',
    category: 'test',
    role: 'summary',
    title: '{failed} Playwright tests failed',
    needles: [' failed'],
    pattern: /^(?:##\[error\])?\s{2,4}(?<failed>[1-9]\d*) failed$/,
    extent: { while: /^\s{4,}\[?\S/ },
    transient: 0.2,
    explanation: 'The count at the end of a run, with the list of the tests.',
    remedies: ['Read the numbered failures above it.'],
    examples: { match: [{ text: '  3 failed', captures: { failed: '3' } }], miss: ['  3 flaky', '  12 passed (30s)'] },
  },
]

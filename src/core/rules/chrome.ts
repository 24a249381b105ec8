import type { Rule } from '../model/rule.ts'

/** Browsers that crash or cannot be downloaded. */
export const rules: readonly Rule[] = [
  {
    id: 'chrome/crashed',
    category: 'runner',
    title: 'The browser crashed or disconnected',
    needles: [
      'devtoolsactiveport',
      'chrome not reachable',
      'tab crashed',
      'page crashed',
      'target closed',
      'browser has disconnected',
      'disconnected, because no message',
      'disconnected (',
      'chrome failed to start',
      'unable to receive message from renderer',
      'browser has been closed',
      'has not captured in',
      'was not killed',
      'invalid session id',
      'cannot start chrome',
      'we detected that the chromium renderer process just crashed',
      'renderer process just crashed',
      'browserdisconnected',
      'cannot start chromeheadless',
      'cannot start',
    ],
    pattern:
      /DevToolsActivePort file doesn't exist|chrome not reachable|\btab crashed\b|\b[Pp]age crashed[!\s]|Chromium Renderer process just crashed|Disconnected,? (?:because no message|\(\d+ times\))|(?:Chrome|Firefox|ChromeHeadless|Safari)[^\n]{0,60}(?:has not captured in \d+ ms|was not killed in)|Cannot start (?:Chrome|ChromeHeadless|Firefox|Edge)|timed out receiving message from renderer|Unable to receive message from renderer|Chrome failed to start: (?:crashed|exited)/,
    extent: { before: 1, after: 3 },
    transient: 0.45,
    explanation:
      'The browser ended in the middle of the tests or never came up: too little memory or /dev/shm, no sandbox in a container, or a slow machine.',
    remedies: [
      'Add `--disable-dev-shm-usage --no-sandbox`, or give the container `--shm-size=2g`.',
      'Run fewer browsers at once; raise Karma’s captureTimeout and browserNoActivityTimeout.',
    ],
    examples: {
      match: [
        { text: "WebDriverException: Message: unknown error: DevToolsActivePort file doesn't exist" },
        { text: 'Chrome Headless 130 (Linux): Disconnected, because no message in 30000 ms.' },
        { text: 'ERROR [launcher]: Cannot start ChromeHeadless' },
      ],
      miss: ['Starting browser ChromeHeadless'],
    },
  },
  {
    id: 'chrome/download',
    category: 'network',
    title: 'A browser could not be downloaded',
    needles: [
      'failed to set up chrom',
      'failed to download chrom',
      'failed to download chromium',
      'failed to download firefox',
      'failed to install browsers',
      'error: download failed',
      'failed to download electron',
      'the cypress app could not be downloaded',
      'electron uses',
    ],
    pattern:
      /ERROR: Failed to (?:set up|download) (?:Chrom|Firefox|r\d)\w{0,12}|Failed to (?:install browsers|download (?:Chromium|Chrome|Firefox|WebKit|FFMPEG|FFmpeg|electron))|The Cypress App could not be downloaded|Error: Download failed: server returned code \d{3}/i,
    extent: { after: 5 },
    transient: 0.7,
    explanation: 'The server of the browsers did not deliver.',
    remedies: ['Re-run; cache the browsers between runs or use an image that has them.'],
    examples: {
      match: [
        { text: 'ERROR: Failed to set up chrome v130.0.1111.11! Set "PUPPETEER_SKIP_DOWNLOAD" env variable to skip download.' },
        { text: 'Failed to install browsers' },
      ],
      miss: ['Downloading Chromium 130'],
    },
  },
]

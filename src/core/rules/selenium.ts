import type { Rule } from '../model/rule.ts'

/** WebDriver: drivers and sessions, Karma’s launchers. */
export const rules: readonly Rule[] = [
  {
    id: 'selenium/driver-version',
    category: 'dependency',
    title: 'The driver and the browser are of different versions',
    needles: [
      'only supports chrome version',
      'only supports the',
      'session not created',
      'unable to obtain driver',
      'this version of',
    ],
    pattern:
      /This version of (?:Chrome|MS ?Edge)Driver (?:only supports|has not been tested)|session not created: (?<message>[^\n]{3,160})|Unable to obtain driver for|NoSuchDriverException/i,
    extent: { after: 3 },
    transient: 0.12,
    explanation:
      'Runner images update Chrome; a pinned driver then no longer fits. Other causes of “session not created” are a profile in use or a browser that did not start.',
    remedies: [
      'Let Selenium Manager fetch the driver, or install driver and browser of one version (`browser-actions/setup-chrome`).',
      'In containers add `--headless=new --no-sandbox --disable-dev-shm-usage`.',
    ],
    examples: {
      match: [
        {
          text: 'selenium.common.exceptions.SessionNotCreatedException: Message: session not created: This version of ChromeDriver only supports Chrome version 114',
        },
        { text: "SessionNotCreatedError: session not created: DevToolsActivePort file doesn't exist" },
      ],
      miss: ['session created: 1111'],
    },
  },
  {
    id: 'selenium/driver-missing',
    category: 'config',
    title: 'No browser driver or server was found',
    needles: [
      'needs to be in path',
      'cannot find chrome binary',
      'unknown error: cannot find',
      'chromedriver',
      'geckodriver',
      'no binary for',
      'unable to find a matching set of capabilities',
      'expected browser binary',
      'unable to create new remote session',
      'chrome_bin',
    ],
    pattern:
      /'(?:chromedriver|geckodriver|msedgedriver)(?:\.exe)?' executable needs to be in PATH|cannot find (?:Chrome|Firefox|Edge) binary|No binary for (?:Chrome|ChromeHeadless|Firefox)\w{0,12} browser on your platform|Unable to find a matching set of capabilities|Expected browser binary location|Please, set "?CHROME_BIN/i,
    extent: { after: 1 },
    transient: 0.03,
    explanation: 'The browser or its driver is not installed in this image, or lies where nobody looks.',
    remedies: [
      'Install both, or use an image that has them (selenium/standalone-chrome).',
      'Set CHROME_BIN or the path in the options.',
    ],
    examples: {
      match: [
        { text: "selenium.common.exceptions.WebDriverException: Message: 'chromedriver' executable needs to be in PATH." },
        { text: 'No binary for ChromeHeadless browser on your platform.\n  Please, set "CHROME_BIN" env variable.' },
      ],
      miss: ['ChromeDriver was started successfully.'],
    },
  },
]

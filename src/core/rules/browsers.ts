import type { Rule } from '../model/rule.ts'

/** Browsers in CI: Chrome, drivers, Puppeteer, Playwright, Selenium, Cypress, Karma, Electron, displays. */
export const rules: readonly Rule[] = [
  {
    id: 'browsers/playwright-missing',
    category: 'config',
    title: 'Playwright’s browser is not installed',
    needles: [
      "executable doesn't exist at",
      'npx playwright install',
      'looks like playwright',
      'host system is missing dependencies',
      'playwright install',
    ],
    pattern:
      /browserType\.launch\w{0,20}: (?:Executable doesn't exist|Failed to launch|Host system is missing)|Executable doesn't exist at (?<file>\S{1,250})|Host system is missing dependencies to run browsers|Looks like Playwright (?:Test or Playwright )?was just (?:installed or )?updated/,
    extent: { while: /^\s*[╔║╚]|^\s*at / },
    transient: 0.02,
    explanation: 'Browsers are downloaded apart from the package, for exactly its version, and need libraries of the system.',
    remedies: [
      'Run `npx playwright install --with-deps` after the install.',
      'In the Playwright image, use the tag that equals the version of the package.',
    ],
    examples: {
      match: [
        {
          text: "Error: browserType.launch: Executable doesn't exist at /root/.cache/ms-playwright/chromium-1111/chrome-linux/chrome",
        },
        { text: 'Host system is missing dependencies to run browsers.' },
      ],
      miss: ['Downloading Chromium 130 (playwright build v1111)'],
    },
  },
  {
    id: 'browsers/puppeteer-launch',
    category: 'config',
    title: 'Puppeteer cannot start its browser',
    needles: [
      'could not find chrome',
      'could not find chromium',
      'could not find expected browser',
      'failed to launch the browser process',
      'failed to launch chrome',
      'tried to find the browser',
      'browser was not found at',
    ],
    pattern:
      /Could not find (?:Chrome|Chromium|Firefox|expected browser)|Failed to launch (?:the browser process|chrome)|Tried to find the browser at|Browser was not found at the configured executablePath/,
    extent: { after: 4, while: /^\s+at |^\[\d+:\d+/ },
    transient: 0.08,
    explanation:
      'The browser was not downloaded (install scripts off, cache without it), or it lacks libraries or may not use its sandbox in this container.',
    remedies: [
      'Run `npx puppeteer browsers install chrome`, and keep ~/.cache/puppeteer in the cache.',
      'In containers, install Chrome’s libraries and start it with `--no-sandbox`.',
    ],
    examples: {
      match: [
        { text: 'Error: Could not find Chrome (ver. 130.0.1111.11). This can occur if either' },
        { text: 'Error: Failed to launch the browser process!' },
      ],
      miss: ['Chrome (130.0.1111.11) downloaded to /root/.cache/puppeteer'],
    },
  },
  {
    id: 'browsers/driver-version',
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
    id: 'browsers/driver-missing',
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
  {
    id: 'browsers/crashed',
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
    id: 'browsers/cypress',
    category: 'config',
    title: 'Cypress cannot start',
    needles: ['cypress', 'your system is missing the dependency', 'no version of cypress is installed'],
    pattern:
      /No version of Cypress is installed in|The cypress npm package is installed, but the Cypress binary is missing|Cypress (?:failed to start|verification (?:failed|timed out)|could not verify that|failed to verify that)|Your system is missing the dependency: (?<package>\w{1,20})|Can't run because no spec files were found|Timed out waiting for the browser to connect/,
    extent: { after: 6 },
    transient: 0.1,
    explanation:
      'The binary of Cypress is not in the cache, lacks system libraries (Xvfb), cannot reach the application, or finds no specs.',
    remedies: [
      'Keep ~/.cache/Cypress between install and run, or run `npx cypress install`.',
      'Use cypress/base images; wait for the application’s port before `cypress run`.',
    ],
    examples: {
      match: [
        { text: 'The cypress npm package is installed, but the Cypress binary is missing.' },
        { text: 'Cypress failed to start.' },
        { text: 'Your system is missing the dependency: Xvfb', captures: { package: 'Xvfb' } },
      ],
      miss: ['✔  Verified Cypress!'],
    },
  },
  {
    id: 'browsers/cypress-server',
    category: 'runner',
    title: 'The application under test did not answer',
    needles: [
      'cypress failed to verify that your server is running',
      'cypress could not verify that this server',
      'timed out waiting for: http',
      'error: timed out waiting for',
      'from config.webserver',
      'was not able to start',
      'wait-on',
    ],
    pattern:
      /Cypress (?:failed to verify that your server is running|could not verify that this server is running)|Timed out waiting (?:for: https?:|\d+ms from config\.webServer)|Process from config\.webServer (?:was not able to start|exited early)|wait-on[^\n]{0,60}timed out/i,
    extent: { before: 2, after: 3 },
    transient: 0.25,
    explanation: 'The tests wait for a server that never came up; its own output says why.',
    remedies: [
      'Print the output of the server (Playwright: `stdout: "pipe"`).',
      'Check its port and address (`127.0.0.1` against `localhost`), and give it more time.',
    ],
    examples: {
      match: [
        { text: 'Error: Timed out waiting 60000ms from config.webServer.' },
        { text: 'Error: Process from config.webServer was not able to start. Exit code: 1' },
        { text: 'Error: Timed out waiting for: http://localhost:3000' },
      ],
      miss: ['wait-on: http://localhost:3000 is up'],
    },
  },
  {
    id: 'browsers/display',
    category: 'config',
    title: 'There is no display',
    needles: [
      'cannot open display',
      "can't open display",
      'could not connect to display',
      'missing x server',
      'unable to open display',
      'xvfb failed to start',
      'no protocol specified',
      'headlessexception',
      'unable to open x display',
      'no display name and no $display',
      'qt.qpa',
      'could not load the qt platform plugin',
      'xvfb-run: error',
      'failed to connect to x',
      'unable to init server',
      'gtk_init',
      '$display',
    ],
    pattern:
      /(?:cannot|can't|Unable to|could not) open (?:X )?display|could not connect to display|Missing X server or \$DISPLAY|Xvfb failed to start|java\.awt\.HeadlessException|no display name and no \$DISPLAY|Could not load the Qt platform plugin "(?<symbol>\w{1,20})"|Unable to init server: Could not connect|xvfb-run: error: /i,
    extent: { after: 2 },
    transient: 0.1,
    explanation: 'A program with windows runs on a machine without an X server.',
    remedies: ['Run it under `xvfb-run -a`, or headless (`QT_QPA_PLATFORM=offscreen`, `-Djava.awt.headless=true`).'],
    examples: {
      match: [
        { text: "Error: Can't open display: " },
        {
          text: 'qt.qpa.plugin: Could not load the Qt platform plugin "xcb" in "" even though it was found.',
          captures: { symbol: 'xcb' },
        },
        { text: '[1111:0102/100000:ERROR:ozone_platform_x11.cc(240)] Missing X server or $DISPLAY' },
      ],
      miss: ['DISPLAY=:99.0 is set'],
    },
  },
  {
    id: 'browsers/download',
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

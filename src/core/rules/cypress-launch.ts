import type { Rule } from '../model/rule.ts'

/** Cypress before its first test, and servers under test. */
export const rules: readonly Rule[] = [
  {
    id: 'cypress-launch/failed',
    category: 'config',
    title: 'Cypress cannot start',
    needles: ['cypress', 'your system is missing the dependency', 'no version of cypress is installed'],
    pattern:
      /No version of Cypress is installed in|The cypress npm package is installed, but the Cypress binary is missing|Cypress executable not found at|Cypress (?:failed to start|verification (?:failed|timed out)|could not verify that|failed to verify that)|Your system is missing the dependency: (?<package>\w{1,20})|Can't run because no spec files were found|Timed out waiting for the browser to connect/,
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
    id: 'cypress-launch/server',
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
]

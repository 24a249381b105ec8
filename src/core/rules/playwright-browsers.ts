import type { Rule } from '../model/rule.ts'

/** The browsers of Playwright. */
export const rules: readonly Rule[] = [
  {
    id: 'playwright-browsers/missing',
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
]

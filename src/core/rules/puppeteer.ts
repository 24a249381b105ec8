import type { Rule } from '../model/rule.ts'

/** The browser of Puppeteer. */
export const rules: readonly Rule[] = [
  {
    id: 'puppeteer/launch',
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
]

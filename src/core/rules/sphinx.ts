import type { Rule } from '../model/rule.ts'

/** Sphinx. */
export const rules: readonly Rule[] = [
  {
    id: 'sphinx/error',
    category: 'compile',
    title: 'Sphinx: {message}',
    needles: [
      'Warning, treated as error:',
      'Extension error',
      'Configuration error:',
      'with warnings treated as errors',
      'Could not import extension',
      'Theme error:',
      'Sphinx error:',
    ],
    pattern:
      /^(?:##\[error\])?\s*(?:Warning, treated as error:|Extension error(?: \([^)\n]{1,80}\))?[:!]|Configuration error:|Theme error:|Sphinx error:)|build finished with problems[^\n]{0,40}\(with warnings treated as errors\)|Could not import extension (?<message>[^\n]{1,200})/,
    extent: { before: 1, after: 3 },
    transient: 0.02,
    explanation:
      'The documentation does not build: a warning under -W, an extension that is missing or fails, or a wrong conf.py.',
    remedies: ['Correct the page named next to it; install missing extensions in the docs environment.'],
    examples: {
      match: [
        { text: 'Warning, treated as error:' },
        { text: "Could not import extension acme.ext (exception: No module named 'acme')" },
      ],
      miss: ['build succeeded, 3 warnings.'],
    },
  },
]

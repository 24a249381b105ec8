import type { Rule } from '../model/rule.ts'

/** Checkstyle. */
export const rules: readonly Rule[] = [
  {
    id: 'checkstyle/violation',
    category: 'lint',
    title: 'Checkstyle {code}: {message} ({file})',
    needles: ['.java:', '.kt:', '.xml:', '.properties:'],
    pattern:
      /^(?:\[ant:checkstyle\] )?\[(?:ERROR|WARN|WARNING)\] (?<file>[^\s:[]{1,250}\.\w{1,12}):(?:(?<line>\d+)(?::\d+)?: (?<message>[^\n]{1,250}) \[(?<code>[A-Z]\w{2,60})\]|\[(?<line2>\d+)(?:,\d+)?\] \([a-z]+\) (?<code2>[A-Z]\w{2,60}): (?<message2>[^\n]{1,250}))/,
    transient: 0.01,
    explanation: 'A source file breaks a rule of Checkstyle.',
    remedies: ['Correct the line named.'],
    examples: {
      match: [
        {
          text: '[ERROR] /srv/cart/Cart.java:12:5: Missing a Javadoc comment. [MissingJavadocMethod]',
          captures: { line: '12', code: 'MissingJavadocMethod' },
        },
        { text: '[ERROR] src/main/java/Cart.java:[12,5] (javadoc) JavadocStyle: First sentence should end with a period.' },
      ],
      miss: ['[ERROR] /srv/cart/Cart.java:[12,5] cannot find symbol'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** Checkstyle, PMD, SpotBugs, ktlint, Detekt, licence headers, API compatibility, Android Lint. */
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
  {
    id: 'pmd/violation',
    category: 'lint',
    title: 'PMD or SpotBugs: {message}',
    needles: ['PMD Failure: ', ' At ', 'Rule:', 'CPD Failure'],
    pattern:
      /(?:PMD|CPD) Failure: (?<message>[^\n]{1,250})|^\[ERROR\] (?:High|Medium|Low): (?<bug>[^\n]{1,250}) At \w+\.java:\[lines? (?<line>\d+)/,
    transient: 0.01,
    explanation: 'The static analysis of the build has a finding.',
    remedies: ['Correct the line, or suppress the rule there with a reason.'],
    examples: {
      match: [
        { text: '[WARNING] PMD Failure: com.acme.Cart:12 Rule:UnusedPrivateField Priority:3 Avoid unused private fields.' },
        {
          text: '[ERROR] High: Null pointer dereference [com.acme.Cart] At Cart.java:[line 12] NP_ALWAYS_NULL',
          captures: { line: '12' },
        },
      ],
      miss: ['[INFO] PMD version: 6.55.0'],
    },
  },
  {
    id: 'ktlint/violation',
    category: 'lint',
    title: 'ktlint or Detekt: {message} ({file}:{line})',
    needles: ['.kt:', '.kts:', 'Analysis failed with', 'ktlint'],
    pattern:
      /^(?:[^\n]{0,60}?\s)?(?<file>[^\s:()]{1,250}\.kts?):(?<line>\d+):\d+:? (?<message>[^\n]{1,250}?)(?: \((?:[a-z]+:)?[a-z][a-z-]{2,60}\)| \[[A-Z]\w{2,60}\])$|Analysis failed with \d+ (?:weighted )?issues|KtLint found code style violations/,
    transient: 0.01,
    explanation: 'A Kotlin file breaks a rule of ktlint or Detekt.',
    remedies: ['Run `ktlint -F` (`./gradlew ktlintFormat`) or correct the line.'],
    examples: {
      match: [
        {
          text: '/srv/cart/Cart.kt:12:5: Unexpected blank line(s) before "}" (standard:no-blank-line-before-rbrace)',
          captures: { line: '12' },
        },
        { text: '/srv/cart/Cart.kt:12:5: Magic number [MagicNumber]' },
      ],
      miss: ['e: /srv/cart/Cart.kt: (12, 5): Unresolved reference'],
    },
  },
  {
    id: 'jvm-lint/summary',
    category: 'lint',
    role: 'summary',
    title: '{count}',
    needles: [' violations', ' rule violation', 'bugs and ', 'Checkstyle violation', 'Lint found errors', 'Lint found '],
    pattern:
      /You have (?<count>[1-9]\d* (?:Checkstyle|PMD|CPD) (?:violations?|duplications?|errors?))|(?:Checkstyle|SpotBugs|PMD|FindBugs)? ?rule violations were found|failed with [1-9]\d* bugs? and \d+ errors|Lint found errors in the project|Lint found [1-9]\d* errors?/,
    extent: { after: 2 },
    transient: 0.01,
    explanation: 'A static check of the build found too much.',
    remedies: ['Read the findings above, or the report that is named.'],
    examples: {
      match: [
        { text: '> Checkstyle rule violations were found. See the report at: file:///srv/cart/main.html' },
        { text: 'You have 3 Checkstyle violations.', captures: { count: '3 Checkstyle violations' } },
      ],
      miss: ['You have 0 Checkstyle violations.'],
    },
  },
  {
    id: 'license/header',
    category: 'lint',
    title: 'files lack the licence header',
    needles: [
      'unapproved license',
      'expected license header',
      'Missing header in',
      'license header',
      'License header',
      'Missing license',
      'missing license',
      'copyright header',
      'Missing copyright',
      'missing copyright',
    ],
    pattern:
      /Too many files with unapproved licenses?|Some files do not have the expected license header|^(?:\[\w+\] )?Missing header in: (?<file>[^\n]{1,250})|(?:missing|without|incorrect|invalid|lacks?)(?: a| the| valid)? (?:copyright|licen[cs]e)(?: and licen[cs]e)? (?:header|notice)/i,
    extent: { after: 2 },
    transient: 0.01,
    explanation: 'Each source file must begin with the licence text of the project (RAT, license-maven-plugin, addlicense).',
    remedies: ['Add the header to the files named, or exempt generated ones.'],
    examples: {
      match: [
        { text: '[ERROR] Too many files with unapproved license: 3 See RAT report in: /srv/cart/target/rat.txt' },
        { text: '[WARNING] Missing header in: /srv/cart/Cart.java' },
      ],
      miss: ['[INFO] 0 files with missing header'],
    },
  },
  {
    id: 'api-compat/broken',
    category: 'lint',
    title: 'the public API changed incompatibly',
    needles: [
      'Binary compatibility check failed',
      'API check failed for project',
      'There is at least one incompatibility',
      'The following API problems caused',
      'You have changed the public API signature',
      'semver requires new',
      '--- failure ',
      'Signature errors found',
      'does not have a correspondent',
      'forbiddenapis',
      'API Extractor completed with',
    ],
    pattern:
      /Binary compatibility check failed|API check failed for project|There is at least one incompatibility|The following API problems caused the build to fail|You have changed the public API signature|semver requires new (?:major|minor) version|^--- failure \w{1,80}: |Signature errors found\. Verify|does not have a correspondent in (?:other|current) version/,
    extent: { before: 2, after: 4 },
    transient: 0.01,
    explanation:
      'A check compares the public API with the last release (MiMa, japicmp, revapi, api-extractor, cargo-semver-checks), and something was removed or changed.',
    remedies: [
      'Keep the old member, or raise the major version.',
      'If it is intended, record it: exclude the change or update the API file, and commit.',
    ],
    examples: {
      match: [
        { text: 'cart: Binary compatibility check failed!' },
        { text: '--- failure struct_missing: pub struct removed or renamed ---' },
        { text: '> API check failed for project cart.' },
      ],
      miss: ['Binary compatibility check passed'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** Composer (PHP). */
export const rules: readonly Rule[] = [
  {
    id: 'composer/resolve',
    category: 'dependency',
    title: 'Composer cannot resolve the requirements',
    needles: [
      'Your requirements could not be resolved',
      'Your lock file does not contain a compatible set',
      'is not present in the lock file',
      'Could not find package',
      'Could not find a matching version of package',
      'Could not find a version of package',
      'Composer detected issues in your platform',
    ],
    pattern:
      /Your requirements could not be resolved to an installable set|Your lock file does not contain a compatible set|Required package "(?<package>[^"\n]{1,100})" is not present in the lock file|Could not find (?:package|a matching version of package|a version of package) (?<name>\S{1,100})|Composer detected issues in your platform/,
    extent: { while: /^\s+\S|^\s*$|^- / },
    transient: 0.02,
    explanation: 'No set of versions fits all packages, this PHP version and its extensions; "Problem 1" below tells which.',
    remedies: [
      'Read Problem 1: change the PHP version, enable the extension (ext-…), or align the constraint.',
      'Run `composer update <package>` and commit composer.lock.',
    ],
    examples: {
      match: [{ text: 'Your requirements could not be resolved to an installable set of packages.' }],
      miss: ['Installing dependencies from lock file (including require-dev)'],
    },
  },
  {
    id: 'composer/requirement',
    category: 'dependency',
    title: 'Composer: {package} needs {requirement}',
    needles: [
      '-> your php version',
      'it is missing from your system',
      'does not match the constraint',
      'but it does not match your',
      '-> the requested PHP extension',
    ],
    pattern:
      /^\s+- (?:Root composer\.json requires )?(?<package>\S{1,120})(?: \S{1,80})? requires? (?<requirement>[^\n]{1,150}?) -> (?:your php version|it is missing from your system|the requested PHP extension|[^\n]{0,60}does not match)|it is missing from your system\. Install or enable PHP's/,
    extent: { after: 1 },
    transient: 0.01,
    explanation: 'The package needs another PHP version, or an extension that is not enabled.',
    remedies: ['Select the PHP version or enable the extension in CI (setup-php `extensions:`).'],
    examples: {
      match: [
        {
          text: '    - acme/cart 2.0.0 requires php >=8.1 -> your php version (7.4.33) does not satisfy that requirement.',
          captures: { package: 'acme/cart', requirement: 'php >=8.1' },
        },
      ],
      miss: ['    - Installing acme/cart (2.0.0)'],
    },
  },
  {
    id: 'composer/auth',
    category: 'auth',
    title: 'Composer: the credentials are missing or refused',
    needles: [
      'Could not authenticate against',
      'Invalid credentials for',
      'HTTP/2 401',
      'OAuth token for github.com contains invalid',
    ],
    pattern:
      /Could not authenticate against|Invalid credentials (?:\(HTTP 40[13]\) )?for|OAuth token for github\.com contains invalid characters/,
    extent: { after: 1 },
    transient: 0.05,
    explanation: 'A private repository or the GitHub API refuses the token in auth.json or COMPOSER_AUTH.',
    remedies: ['Set COMPOSER_AUTH (or composer config) with a valid token in this job.'],
    examples: {
      match: [{ text: 'Could not authenticate against github.com' }],
      miss: ['Loading composer repositories with package information'],
    },
  },
  {
    id: 'composer/script',
    category: 'unknown',
    role: 'symptom',
    title: 'Composer script {command} returned an error',
    needles: ['returned with error code'],
    pattern: /Script (?<command>[^\n]{1,120}) (?:handling the \S{1,60} event )?returned with error code \d+/,
    transient: 0.1,
    explanation: 'A script that Composer ran failed; its output stands above.',
    remedies: ['Read the lines above.'],
    examples: { match: [{ text: 'Script phpunit handling the test event returned with error code 1' }], miss: ['> phpunit'] },
  },
]

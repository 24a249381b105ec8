import type { Rule } from '../model/rule.ts'

/** Errors of PHP programs. */
export const rules: readonly Rule[] = [
  {
    id: 'runtime-php/fatal',
    category: 'crash',
    title: 'PHP stopped: {message}',
    needles: ['php fatal error', 'fatal error: uncaught', 'php parse error', 'parse error:'],
    pattern:
      /\b(?:PHP )?(?:Fatal error|Parse error): {1,2}(?!Allowed memory size)(?<message>[^\n]{3,200}?)(?: in (?<file>[^\s:]{1,200})(?:(?: on line |:)(?<line>\d{1,6}))?)?$/,
    extent: { while: /^Stack trace|^#\d|^\s+thrown/ },
    role: 'summary',
    transient: 0.04,
    explanation:
      'PHP ended a script: a class that cannot be loaded, a syntax of another version, or an exception that nobody caught.',
    remedies: ['Go to the named file and line; for missing classes run `composer install` and check the autoloading.'],
    examples: {
      match: [
        {
          text: "PHP Fatal error:  Uncaught Error: Class 'Cart' not found in /app/index.php:12",
          captures: { file: '/app/index.php', line: '12' },
        },
        {
          text: 'PHP Parse error:  syntax error, unexpected token "=>" in /app/cart.php on line 3',
          captures: { file: '/app/cart.php', line: '3' },
        },
      ],
      miss: ['PHP Warning:  Undefined variable $cart'],
    },
  },
  {
    id: 'runtime-php/extension',
    category: 'config',
    title: "A PHP extension is missing, needed for '{package}'",
    needles: ['unable to load dynamic library', 'call to undefined function', 'could not find driver', 'ext-'],
    pattern:
      /(?:PHP Startup: Unable to load dynamic library '|Call to undefined function (?=(?:mb_|curl_|json_|imagecreate|bc\w{3}\(|gmp_|intl|openssl_|simplexml_|xml_|iconv|ctype_|posix_|pcntl_|sodium_)))(?<package>\w{1,80})|PDOException: could not find driver/,
    role: 'summary',
    transient: 0.02,
    explanation: 'A function of an extension is used that this PHP was not built or configured with.',
    remedies: ['Install the extension (`docker-php-ext-install`, `php8.3-mbstring`, `extensions:` of setup-php).'],
    examples: {
      match: [
        { text: 'Error: Call to undefined function mb_strlen()', captures: { package: 'mb_strlen' } },
        { text: 'PDOException: could not find driver' },
      ],
      miss: ['Call to undefined function cart_total()'],
    },
  },
]

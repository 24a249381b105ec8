import type { Rule } from '../model/rule.ts'

/** Errors of PHP programs. */
export const rules: readonly Rule[] = [
  {
    id: 'runtime-php/fatal',
    category: 'crash',
    title: 'PHP stopped: {message}',
    needles: ['fatal error: '],
    pattern:
      /\b(?:PHP )?Fatal error: {1,2}(?! |Allowed memory size|Maximum execution|(?:Uncaught Error: )?(?:Class|Interface|Trait) ['"][\w\\]{1,200}['"] not found)(?<message>[^\n]{3,200}?)(?: in (?<file>[^\s:]{1,200})(?:(?: on line |:)(?<line>\d{1,6}))?)?$/,
    extent: { while: /^Stack trace|^#\d|^\s+thrown/ },
    transient: 0.04,
    explanation:
      'PHP ended a script: a class that cannot be loaded, a syntax of another version, or an exception that nobody caught.',
    remedies: ['Go to the named file and line; for missing classes run `composer install` and check the autoloading.'],
    examples: {
      match: [
        {
          text: 'PHP Fatal error:  Uncaught TypeError: total(): Argument #1 must be of type int in /app/index.php:12',
          captures: { file: '/app/index.php', line: '12' },
        },
      ],
      miss: [
        "PHP Fatal error:  Class 'Cart' not found in /app/index.php on line 3",
        'PHP Fatal error:  Allowed memory size of 134217728 bytes exhausted',
        'PHP Warning:  Undefined variable $cart',
      ],
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
  {
    id: 'runtime-php/parse',
    category: 'compile',
    title: 'PHP: {message} in {file}',
    needles: ['Parse error:'],
    pattern: /(?:PHP )?Parse error: {1,2}(?<message>[^\n]{1,200}?) in (?<file>[^\s]{1,250}) on line (?<line>\d+)/,
    transient: 0.01,
    explanation: 'The file is not valid for this version of PHP; often it uses syntax of a newer one.',
    remedies: ['Correct the line, or raise the PHP version of the job and of composer.json.'],
    examples: {
      match: [
        {
          text: "PHP Parse error:  syntax error, unexpected '|', expecting variable in /srv/cart/src/Cart.php on line 12",
          captures: { file: '/srv/cart/src/Cart.php', line: '12' },
        },
      ],
      miss: ['No syntax errors detected in src/Cart.php'],
    },
  },
  {
    id: 'runtime-php/class',
    category: 'dependency',
    title: 'PHP: class {symbol} not found',
    needles: ["Class '", 'Class "', 'Interface "', "Interface '"],
    pattern: /(?:Fatal error: {1,2}|Error: |Exception: )(?:Class|Interface|Trait) ['"](?<symbol>[\w\\]{1,200})['"] not found/,
    extent: { after: 1, while: /^(?:#\d+|Stack trace|\s+thrown)/ },
    transient: 0.02,
    explanation:
      'The autoloader finds no file for the class: a package or extension is not installed or of another version, or the name or namespace is wrong.',
    remedies: [
      'Check the package in composer.json and run `composer dump-autoload`.',
      'Install the PHP extension that brings the class.',
    ],
    examples: {
      match: [
        {
          text: "PHP Fatal error:  Class 'Acme\\Cart' not found in /srv/cart/index.php on line 3",
          captures: { symbol: 'Acme\\Cart' },
        },
      ],
      miss: ['Class "Acme\\Cart" is deprecated'],
    },
  },
]

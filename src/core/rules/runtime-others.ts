import type { Rule } from '../model/rule.ts'

/** Errors of programs in Go, Rust, .NET, Ruby, PHP, Perl, R, Lua, Erlang and Elixir. */
export const rules: readonly Rule[] = [
  {
    id: 'runtime-others/go-panic',
    category: 'crash',
    title: 'A Go program panicked: {message}',
    needles: ['panic: ', 'fatal error: all goroutines', 'fatal error: concurrent map'],
    pattern:
      /^(?:\S{1,40}\s*\| )?(?:panic: (?!test timed out)|fatal error: (?=all goroutines are asleep|concurrent map|unexpected signal))(?<message>[^\n]{3,200})/,
    role: 'summary',
    extent: { while: /^\s*$|^goroutine |^\t|^\[signal|^\S+\(.*\)$|^created by/ },
    transient: 0.12,
    explanation: 'A Go program stopped at a bug: a nil pointer, an index outside of a slice, or a deadlock.',
    remedies: ['The first frame of your own code below “goroutine … [running]” is where to look.'],
    examples: {
      match: [
        {
          text: 'panic: runtime error: invalid memory address or nil pointer dereference',
          captures: { message: 'runtime error: invalid memory address or nil pointer dereference' },
        },
        { text: 'fatal error: all goroutines are asleep - deadlock!' },
      ],
      miss: ['panic: test timed out after 10m0s'],
    },
  },
  {
    id: 'runtime-others/rust-panic',
    category: 'crash',
    title: 'A Rust program panicked at {file}:{line}',
    needles: ['panicked at'],
    pattern:
      /thread '(?<symbol>[^'\n]{1,150})' (?:\(\d+\) )?panicked at (?:'(?<message>[^\n]{1,200}?)', )?(?<file>[\w.\/\\@+-]{1,200}):(?<line>\d{1,7})|^(?:\S{1,40}\s*\| )?The application panicked \(crashed\)|^thread '[^'\n]{1,150}' panicked at '/,
    role: 'summary',
    extent: { after: 2 },
    transient: 0.08,
    explanation: 'A Rust program stopped at an assertion, an `unwrap` of an error, or an index outside of a slice.',
    remedies: ['Go to the named place; run with RUST_BACKTRACE=1.'],
    examples: {
      match: [
        { text: "thread 'main' panicked at src/cart.rs:12:5:", captures: { file: 'src/cart.rs', line: '12' } },
        {
          text: "thread 'main' panicked at 'called `Option::unwrap()` on a `None` value', src/main.rs:4:37",
          captures: { file: 'src/main.rs', line: '4' },
        },
      ],
      miss: ['test panicked_at_start ... ok'],
    },
  },
  {
    id: 'runtime-others/dotnet',
    category: 'crash',
    title: 'A .NET program ended with {code}',
    needles: ['unhandled exception'],
    pattern: /Unhandled [Ee]xception[.:] ?(?<code>[\w.]{3,150}Exception)?/,
    role: 'summary',
    extent: { after: 1, while: /^\s+at |^\s*--->/ },
    transient: 0.12,
    explanation: 'An exception that nobody caught ended a .NET program.',
    remedies: ['Read the innermost exception (the last “--->”).'],
    examples: {
      match: [
        {
          text: 'Unhandled exception. System.InvalidOperationException: cart is empty',
          captures: { code: 'System.InvalidOperationException' },
        },
      ],
      miss: ['no unhandled exceptions'],
    },
  },
  {
    id: 'runtime-others/dotnet-load',
    category: 'dependency',
    title: "The .NET assembly or framework '{package}' is missing",
    needles: [
      'could not load file or assembly',
      'you must install or update .net',
      "the framework '",
      'it was not possible to find any',
      'unable to load shared library',
      'unable to load dll',
    ],
    pattern:
      /Could not load file or assembly '(?<package>[^',\n]{1,150})|You must install or update \.NET|It was not possible to find any compatible framework|Framework: '(?<framework>[\w.]{3,80})', version|Unable to load (?:shared library|DLL) '(?<library>[^'\n]{1,120})'/,
    extent: { after: 6 },
    transient: 0.02,
    explanation:
      'The runtime that the program targets is not installed here, or an assembly or native library was not deployed with it.',
    remedies: [
      'Install that runtime (setup-dotnet takes several versions), or set RollForward.',
      'Check that the package is referenced by the project that runs.',
    ],
    examples: {
      match: [
        {
          text: "System.IO.FileNotFoundException: Could not load file or assembly 'Acme.Cart, Version=1.2.0.0, Culture=neutral'",
          captures: { package: 'Acme.Cart' },
        },
        { text: 'You must install or update .NET to run this application.' },
      ],
      miss: ['.NET SDK 8.0.100 installed'],
    },
  },
  {
    id: 'runtime-others/ruby-load',
    category: 'dependency',
    title: "Ruby cannot load '{package}'",
    needles: [
      'cannot load such file',
      'gem::missingspecerror',
      'gem::loaderror',
      "can't find gem",
      'gem::missingspecversionerror',
      'you have already activated',
    ],
    pattern:
      /cannot load such file -- (?<package>[\w.\/@-]{1,200})|Gem::(?:MissingSpec|Load|MissingSpecVersion|Conflict)Error|[Cc]an't find gem (?<gem>[\w-]{1,80})|You have already activated (?<active>[\w-]{1,80} [\w.]{1,30}), but your Gemfile requires/,
    extent: { while: /^\s+from / },
    transient: 0.03,
    explanation: 'A gem or file is not installed, or two versions of one gem meet.',
    remedies: ['Add the gem to the Gemfile (Ruby 3.4 moved many out of the standard library), and run through `bundle exec`.'],
    examples: {
      match: [
        { text: "<internal:kernel>:136:in `require': cannot load such file -- cart (LoadError)", captures: { package: 'cart' } },
      ],
      miss: ['LoadError is rescued'],
    },
  },
  {
    id: 'runtime-others/ruby-exception',
    category: 'crash',
    title: 'A Ruby program ended with {code}',
    needles: ["':", 'rake aborted!', 'undefined method'],
    pattern:
      /^[\w.\/@+-]{1,200}:(?<line>\d{1,6}):in [`'][^'\n]{1,120}': (?<message>[^\n]{1,200}) \((?<code>[A-Z][\w:]{2,80})\)|^rake aborted!$/,
    role: 'summary',
    extent: { after: 2, while: /^\s+from |^\/.*:\d+:in / },
    transient: 0.1,
    explanation: 'An exception that nobody caught ended a Ruby program or a Rake task.',
    remedies: ['Read the line after it: it holds the message; the first path in your project is where to look.'],
    examples: {
      match: [
        {
          text: "/app/cart.rb:12:in `total': undefined method `sum' for nil:NilClass (NoMethodError)",
          captures: { code: 'NoMethodError', line: '12' },
        },
        { text: 'rake aborted!' },
      ],
      miss: ['rake aborts on purpose: no'],
    },
  },
  {
    id: 'runtime-others/rakefile',
    category: 'config',
    title: 'Rake finds no Rakefile or no such task',
    needles: ['no rakefile found', "don't know how to build task"],
    pattern: /No Rakefile found \(looking for|Don't know how to build task '(?<symbol>[^'\n]{1,100})'/,
    extent: { before: 1, after: 1 },
    transient: 0.01,
    explanation: 'The job runs rake (often only because it is the default for Ruby) and the project has no such file or task.',
    remedies: ['Name the commands of the job, or add the Rakefile or task.'],
    examples: {
      match: [
        { text: 'No Rakefile found (looking for: rakefile, Rakefile, rakefile.rb, Rakefile.rb)' },
        {
          text: "Don't know how to build task 'spec' (See the list of available tasks with `rake --tasks`)",
          captures: { symbol: 'spec' },
        },
      ],
      miss: ['Rakefile found'],
    },
  },
  {
    id: 'runtime-others/php',
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
    id: 'runtime-others/php-extension',
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
    id: 'runtime-others/perl',
    category: 'dependency',
    title: "The Perl module '{package}' is missing",
    needles: ["can't locate", 'you may need to install the'],
    pattern:
      /(?<!debconf: \()Can't locate (?<package>[\w\/:.-]{1,120}?)(?:\.pm)? in @INC|Can't locate object method "(?<symbol>\w{1,60})" via package "(?<via>[\w:]{1,100})" \(perhaps you forgot to load/,
    extent: { after: 1 },
    transient: 0.02,
    explanation: 'Perl finds no such module on its search path.',
    remedies: [
      'Install it (`cpanm NAME`, or the package lib…-perl), or declare it in the cpanfile.',
      'For your own modules, run with `-Ilib` or `prove -l`.',
    ],
    examples: {
      match: [
        {
          text: "Can't locate Acme/Cart.pm in @INC (you may need to install the Acme::Cart module) (@INC contains: lib /etc/perl) at t/a.t line 3.",
          captures: { package: 'Acme/Cart' },
        },
      ],
      miss: ['located Acme/Cart.pm'],
    },
  },
  {
    id: 'runtime-others/r-package',
    category: 'dependency',
    title: "The R package '{package}' is missing or too old",
    needles: [
      'there is no package called',
      'is required by',
      'is being loaded, but',
      'is not available for this version of r',
      'dependencies ‘',
      'dependency ‘',
      'lazy loading failed',
      'had non-zero exit status',
    ],
    pattern:
      /(?:there is no package called ['‘]|namespace ['‘](?=[\w.]{1,80}['’] [\d.-]{1,20} is (?:already|being) loaded, but)|package ['‘](?=[\w.]{1,80}['’] (?:[\d.-]{1,20} was found, but >=|is not available for this version of R))|installation of package ['‘](?=[\w.]{1,80}['’] had non-zero)|ERROR: dependenc(?:y|ies) ['‘])(?<package>[\w.]{1,80})/,
    extent: { before: 1, after: 1 },
    transient: 0.05,
    explanation:
      'A package is not installed in the library of this job, could not be built, or is older than another one asks for.',
    remedies: [
      'Add it to DESCRIPTION (Imports or Suggests) and install all dependencies.',
      'For packages that do not build, install the system libraries they ask for.',
    ],
    examples: {
      match: [
        { text: 'Error in library(cart) : there is no package called ‘cart’', captures: { package: 'cart' } },
        { text: '  namespace ‘DBI’ 1.0.0 is being loaded, but >= 1.1.0 is required' },
        { text: '1: In install.packages("cart") : installation of package ‘cart’ had non-zero exit status' },
      ],
      miss: ['package ‘cart’ successfully unpacked'],
    },
  },
  {
    id: 'runtime-others/lua',
    category: 'dependency',
    title: "The Lua module '{package}' is missing",
    needles: ["module '"],
    pattern: /module '(?<package>[\w.\/-]{1,100})' not found:/,
    extent: { while: /^\s+no (?:field|file|module)/ },
    transient: 0.03,
    explanation: '`require` found the module on none of its paths.',
    remedies: ['Install it with luarocks for this version of Lua, or set LUA_PATH.'],
    examples: {
      match: [{ text: "lua: cart.lua:1: module 'acme.cart' not found:", captures: { package: 'acme.cart' } }],
      miss: ["module 'acme.cart' loaded"],
    },
  },
  {
    id: 'runtime-others/lua-error',
    category: 'crash',
    title: 'A Lua script stopped: {message}',
    needles: ['lua', 'stack traceback:'],
    pattern:
      /^(?:lua|luajit|luvit|\S{1,60}\/lua[\w.]{0,10}|Uncaught exception): (?<file>[\w.\/@+-]{1,200}):(?<line>\d{1,6}): (?<message>[^\n]{3,200})/,
    role: 'summary',
    extent: { while: /^stack traceback|^\s+\S/ },
    transient: 0.08,
    explanation: 'An error that nobody caught ended a Lua program.',
    remedies: ['Go to the named file and line.'],
    examples: {
      match: [
        { text: "lua: cart.lua:3: attempt to index a nil value (global 'cart')", captures: { file: 'cart.lua', line: '3' } },
      ],
      miss: ['lua: version 5.4'],
    },
  },
  {
    id: 'runtime-others/erlang',
    category: 'crash',
    title: 'An Erlang or Elixir program stopped: {message}',
    needles: [
      '** (',
      'init terminating in do_boot',
      'runtime terminating during boot',
      '{"init terminating',
      'crash dump is being written',
    ],
    pattern:
      /^\s{0,8}\*\* \((?<code>(?!ExUnit|exit)[A-Z]\w{1,40}(?:\.\w{1,40}){0,4}|EXIT from #PID[^)\n]{1,40})\) (?<message>[^\n]{3,200})|init terminating in do_boot|Runtime terminating during boot|Crash dump is being written to/,
    role: 'summary',
    extent: { before: 1, after: 3 },
    transient: 0.08,
    explanation: 'A process of the virtual machine ended with an error that nobody handled.',
    remedies: ['Read the message; the first line of your own application in the trace is where to look.'],
    examples: {
      match: [
        { text: '** (Mix) Could not start application cart: exited in: Cart.start(:normal, [])', captures: { code: 'Mix' } },
        { text: '** (RuntimeError) cart is empty', captures: { message: 'cart is empty' } },
      ],
      miss: ['     ** (ExUnit.TimeoutError) test timed out after 60000ms'],
    },
  },
]

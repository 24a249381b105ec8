import type { Rule } from '../model/rule.ts'

/** webpack, Vite, Rollup, esbuild, Parcel, Next, Babel, PostCSS, Sass; Node's own module errors. */
export const rules: readonly Rule[] = [
  {
    id: 'node/module-missing',
    category: 'dependency',
    title: 'Node: cannot find {package}',
    needles: ['Cannot find module', 'ERR_MODULE_NOT_FOUND', "Cannot find package '"],
    pattern:
      /^(?![^\n]{0,300}TS\d{4})(?:[^\n]{0,120}?\s)?(?:Error(?: \[ERR_MODULE_NOT_FOUND\])?: |\[ERR_MODULE_NOT_FOUND\]: |^\s*|: )Cannot find (?:module|package) ['"`](?<package>[^'"`\n]{1,250})['"`]/,
    extent: { before: 1, while: /^(?:Require stack|- |\s+at |\s+code:|\s+requireStack)/ },
    transient: 0.03,
    explanation:
      'Node finds neither a package nor a file of that name: it is not installed, not built yet, or the path (or its case) is wrong.',
    remedies: [
      'Add the package to package.json, or run the build that makes the file before this step.',
      'On Linux check upper and lower case of the path.',
    ],
    examples: {
      match: [
        { text: "Error: Cannot find module 'acme-cart'", captures: { package: 'acme-cart' } },
        { text: "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'acme-cart' imported from /srv/cart/index.js" },
      ],
      miss: ["src/cart.ts(1,2): error TS2307: Cannot find module 'acme'", "if (e.message.includes('Cannot find module'))"],
    },
  },
  {
    id: 'bundler/resolve',
    category: 'compile',
    title: 'the bundler cannot resolve {package}',
    needles: [
      "Can't resolve '",
      'Could not resolve ',
      'failed to resolve import',
      'Failed to resolve import',
      'Unable to resolve module',
      'Failed to resolve entry for package',
      'is not exported by',
      'No matching export in',
    ],
    pattern:
      /Module not found: Error: Can't resolve '(?<package>[^'\n]{1,200})'|(?:\[ERROR\] |error: |Error: |RollupError: |\[!\] )Could not resolve ['"](?<import>[^'"\n]{1,200})['"]|[Ff]ailed to resolve (?:import|entry for package) "(?<entry>[^"\n]{1,200})"|Unable to resolve module [`']?(?<metro>[^\s`'\n]{1,200})|(?:Error: |RollupError: |\[!\] )[^\n]{0,20}"(?<symbol>[^"\n]{1,100})" is not exported by|No matching export in/,
    extent: { after: 1, while: /^\s+\S|^\s*\d+ *[│|]/ },
    transient: 0.02,
    explanation: 'An import names a package or file that the bundler finds nowhere, or a name the module does not export.',
    remedies: [
      'Install the package, or correct the path (and its case).',
      'If a dependency changed its exports, align its version.',
    ],
    examples: {
      match: [
        { text: "Module not found: Error: Can't resolve 'acme-cart' in '/srv/cart/src'", captures: { package: 'acme-cart' } },
        { text: '✘ [ERROR] Could not resolve "acme-cart"', captures: { import: 'acme-cart' } },
      ],
      miss: ['[vite] warning: "total" is dynamically imported'],
    },
  },
  {
    id: 'webpack/error',
    category: 'compile',
    title: 'webpack: error in {file}',
    needles: ['ERROR in ', 'Module build failed', 'Module parse failed', 'Failed to compile.'],
    pattern:
      /^(?:[^\n]{0,40}?\s)?(?:ERROR in (?<file>[^\s]{1,250})|(?:Error: )?Module (?:build|parse) failed[: (][^\n]{0,250}|Failed to compile\.)/,
    extent: { after: 1, while: /^\s*\S[^\n]{0,300}$/ },
    transient: 0.01,
    explanation: 'webpack could not build a module; the message of the loader stands below.',
    remedies: ['Correct the file and line named below.'],
    examples: {
      match: [
        { text: 'ERROR in ./src/cart.js 12:5-20', captures: { file: './src/cart.js' } },
        { text: 'Module build failed (from ./node_modules/babel-loader/lib/index.js):' },
      ],
      miss: ['WARNING in ./src/cart.js'],
    },
  },
  {
    id: 'bundler/error',
    category: 'compile',
    title: 'the bundler failed: {message}',
    needles: [
      '[!] ',
      '✘ [ERROR]',
      'error during build:',
      'RollupError:',
      'CssSyntaxError',
      'SassError',
      '🚨 Build failed',
      'Build failed with',
      'Build error occurred',
      'Error occurred prerendering',
      'DTS Build error',
      'error occurred in dts build',
      'Export encountered error',
    ],
    pattern:
      /^(?:[^\n]{0,40}?\s)?(?:\[!\] (?:\([^)\n]{1,60}\) )?(?<message>(?:\w*Error|Plugin)\b[^\n]{1,250})|✘ \[ERROR\] (?<esbuild>[^\n]{1,250})|error during build:|\[?(?:vite\S{0,30} )?RollupError: (?<rollup>[^\n]{1,250})|(?:CssSyntaxError|SassError): (?<css>[^\n]{1,250})|🚨 Build failed|> Build error occurred|Error occurred prerendering page "(?<page>[^"\n]{1,150})"|Error: error occurred in dts build|DTS Build error|Export encountered errors?)/,
    extent: { after: 1, while: /^\s+\S|^\s*\d+ *[│|:]|^(?:\w*Error|Error)\b/ },
    transient: 0.02,
    explanation: 'The bundler or one of its plug-ins rejects a source file or its own configuration.',
    remedies: ['Correct the file and line named below.'],
    examples: {
      match: [
        { text: '[!] RollupError: Unexpected token (Note that you need plugins to import files that are not JavaScript)' },
        { text: '✘ [ERROR] Expected ";" but found "total"', captures: { esbuild: 'Expected ";" but found "total"' } },
      ],
      miss: ['[!] (!) Circular dependencies'],
    },
  },
  {
    id: 'sass/error',
    category: 'compile',
    title: 'Sass or Less: {message}',
    needles: [
      "Can't find stylesheet to import",
      'Undefined variable.',
      'Undefined mixin',
      'Undefined function',
      'File to import not found or unreadable',
      'is undefined in',
    ],
    pattern:
      /^(?:##\[error\])?\s*(?:Error: |\[sass\] )?(?<message>Can't find stylesheet to import|Undefined (?:variable|mixin|function)[^\n]{0,80}|File to import not found or unreadable[^\n]{0,150})/,
    extent: { while: /^\s+\S|^\s*[╷│╵]|^ *\d+ *│/ },
    transient: 0.01,
    explanation: 'A style sheet uses a name or file that does not exist.',
    remedies: ['Correct the name or the load path at the place shown below.'],
    examples: {
      match: [{ text: 'Error: Undefined variable.' }, { text: "Error: Can't find stylesheet to import." }],
      miss: ['Deprecation Warning: Using / for division'],
    },
  },
  {
    id: 'js/syntax-error',
    category: 'compile',
    title: 'JavaScript: {message}',
    needles: ['SyntaxError: '],
    pattern:
      /^(?:[^\n]{0,30}?\s)?SyntaxError: (?<message>(?:Unexpected (?:token|identifier|end of|strict|reserved|string|number|template|eval)|missing \)|Invalid (?:or unexpected token|left-hand|regular expression)|Cannot use import statement|The requested module|Identifier '|Illegal |await is only|Named export|Missing initializer|Unterminated|Export '|Support for the experimental|[^\s:]{1,200}\.[cm]?[jt]sx?: )[^\n]{0,250})/,
    extent: { before: 4, while: /^\s+at |^\s*>? *\d* *\|/ },
    transient: 0.02,
    explanation:
      'A file is not valid for the engine that reads it: a typing error, an ES module loaded as CommonJS, or syntax newer than this Node. "Unexpected token <" in JSON means that a server sent an HTML page.',
    remedies: ['Correct the line above, or use a Node version or transform that knows the syntax.'],
    examples: {
      match: [
        { text: "SyntaxError: Unexpected token '??='" },
        { text: 'SyntaxError: Cannot use import statement outside a module' },
      ],
      miss: ['SyntaxError: invalid syntax'],
    },
  },
  {
    id: 'node/openssl',
    category: 'config',
    title: 'this Node version has an OpenSSL the bundler cannot use',
    needles: ['digital envelope routines', 'ERR_OSSL_EVP_UNSUPPORTED'],
    pattern: /error:0308010C:digital envelope routines::unsupported|ERR_OSSL_EVP_UNSUPPORTED/,
    extent: { after: 3 },
    transient: 0.01,
    explanation: 'webpack 4 hashes with MD4, which Node 17 and later no longer offer.',
    remedies: [
      'Update to webpack 5, or run on the Node version the project was made for.',
      'As a stopgap set NODE_OPTIONS=--openssl-legacy-provider.',
    ],
    examples: { match: [{ text: 'Error: error:0308010C:digital envelope routines::unsupported' }], miss: ['OpenSSL 3.0.2'] },
  },
  {
    id: 'node/node-sass',
    category: 'dependency',
    title: 'node-sass does not support this Node version',
    needles: [
      'Node Sass does not yet support your current environment',
      'Missing binding',
      'was compiled against a different Node.js version',
    ],
    pattern:
      /Node Sass does not yet support your current environment|Error: Missing binding \S{1,200}node-sass|was compiled against a different Node\.js version/,
    extent: { after: 3 },
    transient: 0.02,
    explanation: 'A native module was built for another version of Node than the one that runs.',
    remedies: ['Rebuild (`npm rebuild`), put the Node version in the cache key, or replace node-sass by sass.'],
    examples: {
      match: [
        { text: 'Error: Node Sass does not yet support your current environment: Linux 64-bit with Unsupported runtime (115)' },
      ],
      miss: ['node-sass@9.0.0'],
    },
  },
  {
    id: 'bundler/size',
    category: 'lint',
    title: 'the bundle is larger than allowed',
    needles: ['exceeded maximum budget', 'Package size limit has exceeded', '> maxSize', 'size limit has exceeded'],
    pattern:
      /(?:Error|ERROR)[^\n]{0,80}exceeded maximum budget|Package size limit has exceeded by|^\s*FAIL +\S{1,200}: [\d.]+ ?[KM]?B[^\n]{0,30}> maxSize|Error: [^\n]{0,60}size limit has exceeded/,
    extent: { before: 1, after: 3 },
    transient: 0.02,
    explanation: 'A size budget (Angular, size-limit, bundlesize) is exceeded.',
    remedies: ['Find what grew with a bundle analyser; load it lazily, or raise the budget on purpose.'],
    examples: {
      match: [
        { text: '  Package size limit has exceeded by 1.2 kB' },
        {
          text: 'Error: bundle initial exceeded maximum budget. Budget 2.00 MB was not met by 12.00 kB with a total of 2.01 MB.',
        },
      ],
      miss: ['Warning: bundle initial exceeded maximum budget.'],
    },
  },
]

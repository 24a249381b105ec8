import type { Rule } from '../model/rule.ts'

/** Errors of Node.js, Deno and Bun programs. */
export const rules: readonly Rule[] = [
  {
    id: 'runtime-node/module-not-found',
    category: 'dependency',
    title: "Node.js cannot find module '{package}'",
    needles: ['cannot find module', 'cannot find package'],
    pattern:
      /^(?![^\n]{0,300}TS\d{4})(?:[^\n]{0,120}?\s)?(?:Error(?: \[ERR_MODULE_NOT_FOUND\])?: |\[ERR_MODULE_NOT_FOUND\]: |^\s*|: )Cannot find (?:module|package) ['"`](?<package>[^'"`\n]{1,250})['"`](?! or its corresponding type)/,
    extent: { before: 1, after: 2, while: /^\s+at |^Require stack|^- \/|^\s+code:|^\s+requireStack|^\}|^npm (?:ERR!|error)/ },
    transient: 0.03,
    explanation:
      'A package is not installed (not in package.json, only a dev dependency, or an optional native part for this platform), or a file of the project was not built.',
    remedies: [
      'Add the package to package.json and commit the lock file.',
      'For a path inside the project, run the build before, and compare upper and lower case.',
    ],
    examples: {
      match: [
        { text: "Error: Cannot find module 'fs-extra'", captures: { package: 'fs-extra' } },
        {
          text: "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'acme' imported from /app/index.js",
          captures: { package: 'acme' },
        },
      ],
      miss: [
        "if (e.message.includes('Cannot find module'))",
        "src/a.ts(1,20): error TS2307: Cannot find module 'acme' or its corresponding type declarations.",
      ],
    },
  },
  {
    id: 'runtime-node/esm',
    category: 'config',
    title: 'A module is loaded in the wrong module system',
    needles: [
      'err_require_esm',
      'cannot use import statement outside a module',
      'err_package_path_not_exported',
      'require() of es module',
      'require is not defined in es module',
      'err_unknown_file_extension',
      'err_unsupported_dir_import',
      'does not provide an export named',
      'err_import_assertion',
      'err_import_attribute',
    ],
    pattern:
      /ERR_REQUIRE_ESM|require\(\) of ES Module|Cannot use import statement outside a module|ERR_PACKAGE_PATH_NOT_EXPORTED|require is not defined in ES module scope|ERR_UNKNOWN_FILE_EXTENSION|ERR_UNSUPPORTED_DIR_IMPORT|does not provide an export named '(?<symbol>[^'\n]{1,80})'|ERR_IMPORT_(?:ASSERTION|ATTRIBUTE)\w{0,30}/,
    extent: { after: 2 },
    transient: 0.01,
    explanation:
      'A package became an ES module, or hides a path behind `exports`; or the version of Node is too old for how the file is loaded.',
    remedies: [
      'Pin the last version that fits, or import it dynamically.',
      'Use the version of Node that the package asks for (`engines`).',
    ],
    examples: {
      match: [
        {
          text: 'Error [ERR_REQUIRE_ESM]: require() of ES Module /app/node_modules/chalk/source/index.js from /app/a.js not supported.',
        },
        { text: 'SyntaxError: Cannot use import statement outside a module' },
      ],
      miss: ['Warning: Module type of file is not specified'],
    },
  },
  {
    id: 'runtime-node/openssl',
    category: 'config',
    title: 'An old bundler does not work with the OpenSSL of this Node.js',
    needles: ['err_ossl_evp_unsupported', 'digital envelope routines'],
    pattern: /ERR_OSSL_EVP_UNSUPPORTED|error:0308010C:digital envelope routines/,
    extent: { after: 3 },
    transient: 0.01,
    explanation: 'Node 17 and later ship OpenSSL 3, without the hash that webpack 4 and its time use.',
    remedies: ['Update the bundler, or use Node 16 for this job.', 'For the moment, `NODE_OPTIONS=--openssl-legacy-provider`.'],
    examples: { match: [{ text: 'Error: error:0308010C:digital envelope routines::unsupported' }], miss: ['OpenSSL 3.0.2'] },
  },
  {
    id: 'runtime-node/native-module',
    category: 'dependency',
    title: 'A native module was built for another Node.js or platform',
    needles: [
      'node_module_version',
      'was compiled against a different node.js version',
      'invalid elf header',
      'err_dlopen_failed',
      'could not load the "sharp"',
      'could not locate the bindings file',
      'no native build was found',
      'installed esbuild for another platform',
      'you installed esbuild',
      'cannot find native binding',
    ],
    pattern:
      /was compiled against a different Node\.js version|NODE_MODULE_VERSION \d+\. This version|invalid ELF header|ERR_DLOPEN_FAILED|Could not load the "sharp" module|Could not locate the bindings file|No native build was found for|[Yy]ou installed esbuild for another platform|Cannot find native binding/,
    extent: { after: 4 },
    transient: 0.03,
    explanation:
      'node_modules comes from another version of Node, another system or processor, often through a cache or a copied folder.',
    remedies: [
      'Key the cache by system, processor and Node version, and install anew (`npm rebuild`).',
      'Do not copy node_modules into images (.dockerignore).',
    ],
    examples: {
      match: [
        {
          text: 'was compiled against a different Node.js version using\nNODE_MODULE_VERSION 108. This version of Node.js requires\nNODE_MODULE_VERSION 115.',
        },
        { text: 'Error: Could not load the "sharp" module using the linux-x64 runtime' },
      ],
      miss: ['node_module_version: 115'],
    },
  },
  {
    id: 'runtime-node/engine-syntax',
    category: 'config',
    title: 'The code is too new for this version of Node.js',
    needles: [
      "unexpected token '??=",
      "unexpected token '?'",
      "unexpected token '.'",
      'bad option:',
      'is not allowed in node_options',
      'unexpected identifier',
      'replaceall is not a function',
      'structuredclone is not defined',
      'fetch is not defined',
      "unexpected token '||='",
      'requires node.js version',
      'node.js version',
    ],
    pattern:
      /SyntaxError: Unexpected token '(?:\?\?=|\?|\.|\|\|=|&&=|\?\?)'|node: bad option: |is not allowed in NODE_OPTIONS|ReferenceError: (?:structuredClone|fetch|Blob|File|crypto|CustomEvent) is not defined|(?:requires|need) (?:a )?Node(?:\.js)? (?:version )?(?:>=|v?\d)[^\n]{0,60}(?:\bor\b|higher|newer|current|but|detected|\.|$)/i,
    extent: { before: 3 },
    transient: 0.01,
    explanation: 'A package uses syntax or functions that came with a later Node than the job has.',
    remedies: ['Use a newer Node in this job (setup-node, .nvmrc, image tag).'],
    examples: {
      match: [{ text: "SyntaxError: Unexpected token '??='" }, { text: 'node: bad option: --experimental-strip-types' }],
      miss: ["SyntaxError: Unexpected token '}'"],
    },
  },
  {
    id: 'runtime-node/unhandled-rejection',
    category: 'crash',
    title: 'A promise was rejected and nobody handled it',
    needles: [
      'unhandledpromiserejection',
      'err_unhandled_rejection',
      'triggeruncaughtexception',
      'unhandled promise rejection',
      'unhandledrejection',
    ],
    pattern:
      /\[UnhandledPromiseRejection: |ERR_UNHANDLED_REJECTION|triggerUncaughtException\(|^\s*Unhandled (?:Promise )?[Rr]ejection|Unhandled 'error' event/,
    role: 'summary',
    extent: { before: 3, after: 6 },
    transient: 0.15,
    explanation: 'An error in asynchronous code ended the program.',
    remedies: ['Read the reason in the message; add the missing `await` or `catch`.'],
    examples: {
      match: [
        {
          text: '[UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a catch block]',
        },
      ],
      miss: ['(node:12) UnhandledPromiseRejectionWarning: Error: cart'],
    },
  },
  {
    id: 'runtime-node/exception',
    category: 'crash',
    title: '{code}: {message}',
    needles: ['typeerror:', 'referenceerror:', 'rangeerror:', 'syntaxerror:', 'evalerror:'],
    pattern:
      /^(?:Uncaught )?(?<code>TypeError|ReferenceError|RangeError|SyntaxError|EvalError|URIError)(?: \[(?<kind>\w{1,60})\])?: (?<message>[^\n]{3,200})/,
    role: 'summary',
    extent: { before: 4, while: /^\s+at / },
    transient: 0.06,
    explanation: 'A JavaScript program was ended by an error that it did not catch.',
    remedies: ['The first frame of your own code below is where to look.'],
    examples: {
      match: [{ text: "TypeError: Cannot read properties of undefined (reading 'id')", captures: { code: 'TypeError' } }],
      miss: ['✓ throws TypeError: for wrong carts', '    TypeError: expected'],
    },
  },
  {
    id: 'runtime-node/syntax',
    category: 'compile',
    title: 'JavaScript: {message}',
    needles: ['SyntaxError: '],
    pattern:
      /^(?:[^\n]{0,30}?\s)?SyntaxError: (?!Unexpected token '(?:\?\?=?|\?|\.|\|\|=|&&=)'|Cannot use import statement)(?<message>(?:Unexpected (?:token|identifier|end of|strict|reserved|string|number|template|eval)|missing \)|Invalid (?:or unexpected token|left-hand|regular expression)|Identifier '|Illegal |await is only|Named export|Missing initializer|Unterminated|Export '|Support for the experimental|[^\s:]{1,200}\.[cm]?[jt]sx?: )[^\n]{0,250})/,
    extent: { before: 4, while: /^\s+at |^[\s>]{0,12}\d{0,7} {0,9}\|/ },
    transient: 0.02,
    explanation:
      'A file is not valid for the engine that reads it: a typing error, an ES module loaded as CommonJS, or syntax newer than this Node. "Unexpected token <" in JSON means that a server sent an HTML page.',
    remedies: ['Correct the line above, or use a Node version or transform that knows the syntax.'],
    examples: {
      match: [
        { text: "SyntaxError: Unexpected token 'export'" },
        { text: "SyntaxError: Identifier 'cart' has already been declared" },
      ],
      miss: ["SyntaxError: Unexpected token '??='", 'SyntaxError: invalid syntax'],
    },
  },
]

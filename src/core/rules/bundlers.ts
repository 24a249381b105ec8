import type { Rule } from '../model/rule.ts'

/** Vite, Rollup, esbuild, Parcel, Next and limits on the size of bundles. */
export const rules: readonly Rule[] = [
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

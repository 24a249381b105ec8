import type { Rule } from '../model/rule.ts'

/** Linkers: GNU ld, gold, lld, Apple’s ld and MSVC’s link. */
export const rules: readonly Rule[] = [
  {
    id: 'ld/undefined',
    category: 'compile',
    title: 'undefined symbol: {symbol}',
    needles: [
      'undefined reference to',
      'undefined symbol:',
      'Undefined symbols for architecture',
      'symbol(s) not found for architecture',
    ],
    pattern:
      /undefined reference to [`'‘"](?<symbol>[^'’"\n]{1,200})|(?:ld\.lld|ld64\.lld|lld-link|wasm-ld|rust-lld|ld)(?:-\d+)?: error: undefined (?:symbol|reference)[^:\n]{0,40}: (?<symbol2>[^\n]{1,200})|Undefined symbols for architecture \w+/,
    extent: { before: 1, after: 1, while: /^\s{2,}\S|^>>>/ },
    transient: 0.01,
    explanation: 'The linker finds a declaration that is used, but no object file or library that defines it.',
    remedies: [
      'Add the source file or library that defines the symbol, after the objects that use it.',
      'Check that library and headers are of one version and one C++ ABI.',
    ],
    examples: {
      match: [
        { text: "cart.o: undefined reference to `acme_total'", captures: { symbol: 'acme_total' } },
        { text: 'ld.lld: error: undefined symbol: acme::total()' },
      ],
      miss: ['ImportError: libacme.so: undefined symbol: acme_total'],
    },
  },
  {
    id: 'ld/duplicate',
    category: 'compile',
    title: 'symbol {symbol} is defined more than once',
    needles: ['multiple definition of', 'duplicate symbol'],
    pattern:
      /multiple definition of [`'‘](?<symbol>[^'’\n]{1,200})|(?:ld\S{0,20}: error: |^)duplicate symbols?:? '?(?<symbol2>[\w:~.()<>&*, ]{1,200})/,
    extent: { before: 1, after: 1, while: /^>>>|^\s{4,}\S/ },
    transient: 0.01,
    explanation: 'Two objects define the same symbol; GCC 10 and later no longer merge such globals (-fno-common).',
    remedies: ['Define it in one source file, and declare it `extern` (or `inline`) in the header.'],
    examples: {
      match: [
        {
          text: "cart.o:(.bss+0x0): multiple definition of `total'; main.o:(.bss+0x0): first defined here",
          captures: { symbol: 'total' },
        },
      ],
      miss: ["ld: warning: ignoring duplicate libraries: '-lc++'"],
    },
  },
  {
    id: 'ld/library-missing',
    category: 'compile',
    title: 'the linker does not find library {library}',
    needles: [
      'cannot find -l',
      'library not found for',
      "library '",
      'unable to find library -l',
      'framework not found',
      "framework '",
    ],
    pattern:
      /(?:\bld(?:\.\w+)?(?:\.exe)?: |: )(?:error: )?(?:cannot find -l(?<library>[\w.+-]{1,80})|library not found for -l(?<lib2>[\w.+-]{1,80})|library '(?<lib3>[^']{1,80})' not found|unable to find library -l(?<lib4>[\w.+-]{1,80})|framework (?:not found (?<fw>\w{1,80})|'(?<fw2>[^']{1,80})' not found))/,
    extent: { after: 1 },
    transient: 0.02,
    explanation:
      'No directory of the library path has it: the development package is missing, or it is for another architecture.',
    remedies: ['Install the -dev package of the library, or add its directory with -L.'],
    examples: {
      match: [
        { text: '/usr/bin/ld: cannot find -lacme: No such file or directory', captures: { library: 'acme' } },
        { text: 'ld: library not found for -lacme' },
      ],
      miss: ['/usr/bin/ld: skipping incompatible /usr/lib/libacme.so when searching for -lacme'],
    },
  },
  {
    id: 'ld/other',
    category: 'compile',
    title: 'linker: {message}',
    needles: [
      'ld: ',
      'ld.lld: error',
      'ld.gold: ',
      'lto-wrapper: fatal',
      'lto1: fatal',
      'relocation truncated to fit',
      'file not recognized',
      'DSO missing from command line',
      'mold: ',
    ],
    pattern:
      /(?<message>relocation truncated to fit|file not recognized: |DSO missing from command line|lto-wrapper: fatal error: [^\n]{1,150}|relocation R_\w{1,60} against [^\n]{1,150}recompile with -fPIC|ld(?:\.lld|\.gold|64\.lld)?: error: (?!undefined|duplicate|unable to find)[^\n]{1,200}|\bld: (?:final link failed|unknown option|can't (?:open|link|map)|building for \S{1,40} but linking)[^\n]{0,150})/,
    extent: { before: 1 },
    transient: 0.03,
    explanation: 'The linker cannot make the program from the objects and libraries given.',
    remedies: ['Read what it names: another architecture, missing -fPIC, a damaged object, or a library to add to the command.'],
    examples: {
      match: [
        {
          text: "/usr/bin/ld: cart.o: relocation R_X86_64_32 against `.rodata' can not be used when making a shared object; recompile with -fPIC",
        },
      ],
      miss: ['ld: warning: directory not found for option'],
    },
  },
]

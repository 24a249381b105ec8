import type { Rule } from '../model/rule.ts'

/** GCC and Clang. */
export const rules: readonly Rule[] = [
  {
    id: 'gcc/error',
    category: 'compile',
    title: '{file}:{line}: {message}',
    needles: [' error: '],
    pattern:
      /^(?:[^\n]{0,60}?\s)?(?<file>(?:[A-Za-z]:)?[^\s:()]{1,220}\.(?:c|cc|cpp|cxx|c\+\+|h|hh|hpp|hxx|inl|ipp|tcc|m|mm|cu|cuh|S|s|def|inc|ll)):(?<line>\d+)(?::(?<column>\d+))?: (?:fatal )?error: (?<message>(?![^\n]{0,300}(?:clang-format-violations|-warnings-as-errors|\[[a-z]+[A-Z]\w*\]$|\[-Werror)|'?[\w./+-]{1,150}'?(?:: No such file or directory| file not found))[^\n]{1,300})/,
    extent: { before: 1, while: /^\d{0,7} {0,9}\||^\s+\S|^[^\s:]{1,200}:\d+:\d+: note:/ },
    transient: 0.01,
    explanation: 'The C or C++ compiler rejects this line; the first error of a file is the one that counts.',
    remedies: [
      'Correct the first error and compile again; later ones are often its consequence.',
      'If only one compiler or version complains, look at what changed on the runner.',
    ],
    examples: {
      match: [
        {
          text: "src/cart.cpp:12:5: error: 'total' was not declared in this scope",
          captures: { file: 'src/cart.cpp', line: '12', column: '5' },
        },
        { text: "C:/src/cart.c:3: error: expected ';' before '}' token" },
      ],
      miss: [
        "src/cart.cpp:12:5: warning: unused variable 'x' [-Wunused-variable]",
        'src/cart.c:3:1: error: code should be clang-formatted [-Wclang-format-violations]',
      ],
    },
  },
  {
    id: 'gcc/missing-header',
    category: 'compile',
    title: 'header {header} not found',
    needles: [': No such file or directory', 'file not found'],
    pattern: /fatal error: '?(?<header>[\w./+-]{1,150})'?(?:: No such file or directory| file not found)/,
    extent: { before: 1, while: /^\d{0,7} {0,9}\||^\s+\S|^#\s*include/ },
    transient: 0.02,
    explanation:
      'An #include names a file that is on no include path: a development package is not installed, or a path or generated file is missing.',
    remedies: [
      'Install the package that has the header (`apt-file search <header>`), typically named -dev or -devel.',
      'For a header of the project, check the include path and that it is generated first.',
    ],
    examples: {
      match: [
        { text: 'src/cart.c:1:10: fatal error: acme/cart.h: No such file or directory', captures: { header: 'acme/cart.h' } },
        { text: "a.m:12:10: fatal error: 'libacme.h' file not found" },
      ],
      miss: ['cat: cart.h: No such file or directory'],
    },
  },
  {
    id: 'gcc/werror',
    category: 'compile',
    title: 'compiler warning treated as error: {code}',
    needles: ['[-Werror', 'treated as errors', ',-Werror'],
    pattern: /error: [^\n]{1,300}\[(?:-Werror[=,](?:-W)?(?<code>[\w+=-]{1,60})|-Werror,-W(?<code2>[\w+=-]{1,60}))\]/,
    extent: { before: 1, while: /^\d{0,7} {0,9}\||^\s+\S/ },
    transient: 0.01,
    explanation: '-Werror makes this warning fatal.',
    remedies: [
      'Correct the warning.',
      'If a new compiler brought it, fix the compiler version or exempt it with `-Wno-error=<name>`.',
    ],
    examples: {
      match: [
        { text: "cart.c:12:5: error: unused variable 'x' [-Werror=unused-variable]", captures: { code: 'unused-variable' } },
        { text: "cart.c:12:5: error: unused variable 'x' [-Werror,-Wunused-variable]" },
      ],
      miss: ["cart.c:12:5: warning: unused variable 'x' [-Wunused-variable]"],
    },
  },
  {
    id: 'gcc/driver',
    category: 'compile',
    title: 'the compiler was called wrongly: {message}',
    needles: [
      'gcc: error:',
      'g++: error:',
      'cc: error:',
      'c++: error:',
      'clang: error:',
      'gcc: fatal error:',
      'clang++: error:',
      'clang: fatal error',
      'gfortran: error',
    ],
    pattern:
      /\b(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+|gfortran)(?:-\d+)?(?:\.exe)?: (?:fatal )?error: (?<message>(?!linker command failed|unable to execute|Killed)[^\n]{1,250})/,
    transient: 0.02,
    explanation: 'The compiler does not know an option, or a file it was given does not exist.',
    remedies: ['Check the option against the version of the compiler on the runner, and the file against the build.'],
    examples: {
      match: [
        { text: "gcc: error: unrecognized command line option '-std=c23'" },
        { text: 'g++: error: /usr/lib/libacme.so: No such file or directory' },
      ],
      miss: ['clang: error: linker command failed with exit code 1 (use -v to see invocation)'],
    },
  },
  {
    id: 'gcc/internal-error',
    category: 'crash',
    title: 'the compiler itself crashed',
    needles: [
      'internal compiler error',
      'PLEASE submit a bug report',
      'clang frontend command failed due to signal',
      'unable to execute command: ',
    ],
    pattern:
      /internal compiler error: (?!Killed)|PLEASE submit a bug report to|clang frontend command failed due to signal|unable to execute command: (?:Segmentation|Aborted|Illegal)/,
    extent: { after: 4 },
    transient: 0.25,
    explanation: 'The compiler ended with a bug of its own; with little memory it may be killed and report the same.',
    remedies: [
      'Look for an out-of-memory kill; build with fewer jobs.',
      'Try another version or lower optimisation for this file, and report the bug.',
    ],
    examples: {
      match: [{ text: 'cart.cc:12:5: internal compiler error: Segmentation fault' }],
      miss: ['checking for internal errors'],
    },
  },
  {
    id: 'gcc/summary',
    category: 'compile',
    role: 'summary',
    title: 'the C or C++ build failed',
    needles: [
      'collect2: error:',
      'linker command failed',
      'all warnings being treated as errors',
      ' generated.',
      'compilation terminated.',
    ],
    pattern:
      /collect2(?:\.exe)?: (?:fatal )?error: |linker command failed with exit code|all warnings being treated as errors|^\s*[1-9]\d* errors?(?: and \d+ warnings?)? generated\.|^compilation terminated\.$/,
    extent: { before: 2 },
    transient: 0.01,
    explanation: 'Compiler or linker say only that they failed; the errors stand above.',
    remedies: ['Read the first `error:` above.'],
    examples: {
      match: [{ text: 'collect2: error: ld returned 1 exit status' }, { text: '1 error generated.' }],
      miss: ['3 warnings generated.'],
    },
  },
]

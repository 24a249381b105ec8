import type { Rule } from '../model/rule.ts'

/** make, Ninja, CMake, Meson, Autotools, pkg-config, SCons, Ant. */
export const rules: readonly Rule[] = [
  {
    id: 'make/no-rule',
    category: 'config',
    title: 'make does not know how to make {target}',
    needles: [
      'No rule to make target',
      'No targets specified and no makefile',
      'missing and no known rule to make it',
      'unknown target',
      'No targets.  Stop',
      "loading 'build.ninja'",
    ],
    pattern:
      /\*\*\* No rule to make target [`'](?<target>[^'\n]{1,200})'|\*\*\* No targets(?:\.| specified and no makefile found)|ninja: error: (?:'(?<target2>[^'\n]{1,200})', needed by|unknown target '(?<target3>[^'\n]{1,120})'|loading 'build\.ninja')/,
    transient: 0.02,
    explanation:
      'The target or a file it needs does not exist and no rule makes it: a typing error, a file that is not committed or generated, or the wrong directory.',
    remedies: ['Check the name and directory; commit or generate the file that is needed.'],
    examples: {
      match: [
        { text: "make: *** No rule to make target 'lint'.  Stop.", captures: { target: 'lint' } },
        {
          text: "ninja: error: 'src/cart.c', needed by 'cart.o', missing and no known rule to make it",
          captures: { target2: 'src/cart.c' },
        },
      ],
      miss: ["make: Nothing to be done for 'all'."],
    },
  },
  {
    id: 'make/makefile',
    category: 'config',
    title: 'makefile error at {file}:{line}: {message}',
    needles: ['Stop.'],
    pattern: /^(?:[^\n]{0,40}?\s)?(?<file>[\w./+-]{1,150}):(?<line>\d+): \*\*\* (?<message>[^\n]{1,200}?)\. {1,2}Stop\./,
    transient: 0.02,
    explanation:
      'make stopped at a line of a makefile: wrong syntax (spaces instead of a tab), or a check of the project that calls $(error).',
    remedies: ['Do what the message says, or correct the line.'],
    examples: {
      match: [
        {
          text: 'Makefile:12: *** missing separator.  Stop.',
          captures: { file: 'Makefile', line: '12', message: 'missing separator' },
        },
      ],
      miss: ["make: *** No rule to make target 'lint'.  Stop."],
    },
  },
  {
    id: 'make/error',
    category: 'unknown',
    role: 'symptom',
    title: 'make repeats that a command failed ({target})',
    needles: ['make: ***', 'make[', 'gmake', 'ninja: build stopped', 'scons: ', 'Waiting for unfinished jobs'],
    pattern:
      /\b(?:g|mingw32-)?make(?:\[\d+\])?: \*\*\* (?:\[(?<target>[^\]\n]{1,200})\] |Waiting)|ninja: build stopped|scons: (?:\*\*\* \[|building terminated)/,
    transient: 0.1,
    explanation: 'The command of a rule returned an error; its output stands above.',
    remedies: ['Read the lines above.'],
    examples: {
      match: [
        { text: 'make[1]: *** [Makefile:12: test] Error 2', captures: { target: 'Makefile:12: test' } },
        { text: 'ninja: build stopped: subcommand failed.' },
      ],
      miss: ['make: [Makefile:12: clean] Error 1 (ignored)'],
    },
  },
  {
    id: 'ninja/failed',
    category: 'compile',
    role: 'summary',
    title: 'building {target} failed',
    needles: ['FAILED: '],
    pattern:
      /^(?:[^\n]{0,30}?\s)?FAILED: (?:\[code=\d+\] )?(?<target>[\w./+@-]{1,250}\.\w{1,12}|[\w./+@-]{0,150}\/[\w./+@-]{1,150})\s*$/,
    extent: { after: 3 },
    transient: 0.02,
    explanation: 'Ninja shows the output file, the command and its output.',
    remedies: ['Read the error after the command.'],
    examples: {
      match: [
        { text: 'FAILED: CMakeFiles/cart.dir/src/cart.cpp.o ', captures: { target: 'CMakeFiles/cart.dir/src/cart.cpp.o' } },
      ],
      miss: ['FAILED: addsTwoItems'],
    },
  },
  {
    id: 'cmake/package',
    category: 'dependency',
    title: 'CMake cannot find {package}',
    needles: [
      'Could not find a package configuration file provided by',
      'Could NOT find ',
      'A required package was not found',
      'None of the required',
    ],
    pattern:
      /Could not find a package configuration file provided by "(?<package>[^"\n]{1,80})"|^(?:##\[error\])?\s{2,}Could NOT find (?<package2>[^\s(]{1,80}) \(|A required package was not found|None of the required '(?<package3>[^'\n]{1,100})' found/,
    extent: { before: 1, while: /^\s+\S|^\s*$|^Call Stack/ },
    transient: 0.03,
    explanation: 'find_package() looked for a library that is not installed, or too old, or in a place CMake does not search.',
    remedies: ['Install the -dev package (or the vcpkg/Conan one), or point CMAKE_PREFIX_PATH at it.'],
    examples: {
      match: [
        { text: '  Could not find a package configuration file provided by "Acme" with any of', captures: { package: 'Acme' } },
        { text: '  Could NOT find ZLIB (missing: ZLIB_LIBRARY ZLIB_INCLUDE_DIR)', captures: { package2: 'ZLIB' } },
      ],
      miss: ['-- Could NOT find Doxygen (missing: DOXYGEN_EXECUTABLE)'],
    },
  },
  {
    id: 'cmake/error',
    category: 'config',
    title: 'CMake error at {file}:{line} ({symbol})',
    needles: ['CMake Error'],
    pattern:
      /^(?:[^\n]{0,30}?\s)?CMake Error(?: at (?<file>[^\s:]{1,200}):(?<line>\d+)(?: \((?<symbol>\w{1,60})\))?)?(?: in [^\n:]{1,150})?:/,
    extent: { while: /^\s+\S|^\s*$|^Call Stack/ },
    transient: 0.03,
    explanation:
      'The configuration step stopped: a missing package, compiler or file, or a CMake too old or too new for the project.',
    remedies: ['Read the indented text below.'],
    examples: {
      match: [
        {
          text: 'CMake Error at CMakeLists.txt:12 (find_package):',
          captures: { file: 'CMakeLists.txt', line: '12', symbol: 'find_package' },
        },
        { text: 'CMake Error: The source directory "/srv/cart" does not appear to contain CMakeLists.txt.' },
      ],
      miss: ['CMake Warning at CMakeLists.txt:12 (message):'],
    },
  },
  {
    id: 'cmake/summary',
    category: 'config',
    role: 'summary',
    title: 'CMake could not configure the project',
    needles: ['Configuring incomplete, errors occurred'],
    pattern: /Configuring incomplete, errors occurred/,
    transient: 0.03,
    explanation: 'CMake says that errors occurred above.',
    remedies: ['Read the first `CMake Error` above.'],
    examples: { match: [{ text: '-- Configuring incomplete, errors occurred!' }], miss: ['-- Configuring done'] },
  },
  {
    id: 'meson/error',
    category: 'dependency',
    title: 'Meson: {message} ({file}:{line})',
    needles: ['meson.build:'],
    pattern: /(?:^|\s)(?<file>\S{0,200}meson\.build):(?<line>\d+):\d+: ERROR: (?<message>[^\n]{1,250})/,
    extent: { before: 2, after: 1 },
    transient: 0.02,
    explanation: 'The configuration step stopped, mostly because a library or program is missing or too old.',
    remedies: ['Install what the message names, or switch the feature off.'],
    examples: {
      match: [{ text: 'meson.build:12:0: ERROR: Dependency "acme-1.2" not found, tried pkgconfig', captures: { line: '12' } }],
      miss: ['Run-time dependency acme found: YES 1.2'],
    },
  },
  {
    id: 'autotools/configure',
    category: 'dependency',
    title: 'configure: {message}',
    needles: [
      'configure: error:',
      'possibly undefined macro',
      'automake: error',
      'aclocal: error',
      'autoreconf: error',
      'syntax error near unexpected token',
      "No package '",
      'Version mismatch error',
    ],
    pattern:
      /configure: error: (?<message>[^\n]{1,250})|configure\.(?:ac|in):\d+: error: (?<macro>[^\n]{1,150})|(?:automake|aclocal|autoreconf)(?:-[\d.]+)?: error: (?<message2>[^\n]{1,200})|^\s*No package '(?<package>[^'\n]{1,80})' found|libtool: Version mismatch error/,
    extent: { before: 1, after: 2 },
    transient: 0.03,
    explanation: 'The configure script, or the tools that make it, did not find a library, header, program or macro.',
    remedies: [
      'Install the -dev package, program, or m4 macros named (pkg-config, autoconf-archive, libtool).',
      'config.log has the test that failed.',
    ],
    examples: {
      match: [
        { text: 'configure: error: acme library not found', captures: { message: 'acme library not found' } },
        { text: "No package 'acme' found", captures: { package: 'acme' } },
        { text: 'configure.ac:12: error: possibly undefined macro: AC_ACME' },
      ],
      miss: ['checking for acme... no'],
    },
  },
  {
    id: 'ant/failed',
    category: 'unknown',
    role: 'summary',
    title: 'Ant failed at {file}:{line}',
    needles: ['build.xml:', '.xml:'],
    pattern:
      /^(?<file>\S{1,250}\.xml):(?<line>\d+): (?!element )(?<message>(?:Compile failed|The following error|Execute failed|Java returned|exec returned|Tests? failed|.{0,120}(?:does not exist|failed|not found|returned))[^\n]{0,200})/,
    transient: 0.05,
    explanation: 'Ant names the place in the build file whose task failed.',
    remedies: ['Read the output of the task above.'],
    examples: {
      match: [
        { text: '/srv/cart/build.xml:12: Compile failed; see the compiler error output for details.', captures: { line: '12' } },
      ],
      miss: ['Buildfile: /srv/cart/build.xml'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** CMake. */
export const rules: readonly Rule[] = [
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
]

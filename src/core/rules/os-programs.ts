import type { Rule } from '../model/rule.ts'

/** Programs that the system cannot start: interpreters, libraries, arguments. */
export const rules: readonly Rule[] = [
  {
    id: 'os-programs/argument-list',
    category: 'config',
    title: 'The command line is too long',
    needles: [
      'argument list too long',
      'e2big',
      'command line is too long',
      'filename or extension is too long',
      'file name too long',
      'enametoolong',
    ],
    pattern:
      /\b(?:Argument list too long|E2BIG|The command line is too long|The filename or extension is too long|File ?name too long|ENAMETOOLONG)\b/i,
    transient: 0.01,
    explanation:
      'The system limits the length of a command line, its environment and of paths; a glob or a generated list went over it.',
    remedies: [
      'Pass the list through a file or `xargs`.',
      'On Windows, enable long paths (`git config --system core.longpaths true`) or shorten the workspace path.',
    ],
    examples: {
      match: [
        { text: '/usr/bin/zip: Argument list too long' },
        { text: 'error: unable to create file a/b/c.ts: File name too long' },
      ],
      miss: ['line too long (120 > 79 characters)'],
    },
  },
  {
    id: 'os-programs/bad-interpreter',
    category: 'config',
    title: 'The interpreter of a script is missing, or the program is of another architecture',
    needles: ['bad interpreter', "\\r'", 'env: ‘', "env: '", 'exec format error'],
    pattern:
      /: (?<command>[\w.~/+-]{1,100})(?: -\w{1,20})?(?:\^M)?: bad interpreter|\benv: ['‘"][\w.+-]{1,60}(?:\\r|\^M)['’"]|\$'\\r': command not found|\bExec format error\b/i,
    transient: 0.02,
    explanation:
      'The first line of a script names a program that is not there, often because the file has Windows line ends (the name then ends in `\\r`), or the binary is built for another processor.',
    remedies: [
      'Convert the file to LF and add `*.sh text eol=lf` to .gitattributes.',
      'For “Exec format error”, build or pull for the architecture of the runner, or set up QEMU.',
    ],
    examples: {
      match: [
        {
          text: 'bash: ./run.py: /usr/bin/python2: bad interpreter: No such file or directory',
          captures: { command: '/usr/bin/python2' },
        },
        { text: "/usr/bin/env: 'bash\\r': No such file or directory" },
        { text: "./ci.sh: line 2: $'\\r': command not found" },
        { text: 'exec /usr/local/bin/cart: exec format error' },
      ],
      miss: ["/usr/bin/env: 'python3': No such file or directory"],
    },
  },
  {
    id: 'os-programs/shared-library',
    category: 'dependency',
    title: "Shared library '{package}' is missing or too old",
    needles: [
      'cannot open shared object file',
      'library not loaded',
      'image not found',
      'version `glibc',
      'not found (required by',
      'symbol lookup error',
      'error relocating',
      'error loading shared library',
    ],
    pattern:
      /(?:loading shared libraries: |ImportError: |OSError: |Error loading shared library )(?<package>[\w.+/@-]{2,120}): (?:cannot open shared object file|No such file)|\blib[\w.+-]{1,80}\.so[\w.]{0,20}: cannot open shared object file|Library not loaded: (?<dylib>\S{1,200})|version [`'](?<version>(?:GLIBC|GLIBCXX|CXXABI|OPENSSL|LIB)\w{0,20}_[\w.]{1,20})' not found|symbol lookup error: |Error relocating \S{1,120}: /,
    extent: { before: 1 },
    transient: 0.03,
    explanation:
      'A program starts but a library that it was linked with is absent or too old: another distribution release, another libc (glibc against musl), or a package that was not installed.',
    remedies: [
      'Install the package that holds the library (`apt-file search`, `dnf provides`).',
      'If a GLIBC version is missing, build on, or run on, a matching distribution release.',
    ],
    examples: {
      match: [
        {
          text: './cart: error while loading shared libraries: libfoo.so.3: cannot open shared object file: No such file or directory',
          captures: { package: 'libfoo.so.3' },
        },
        {
          text: 'ImportError: libGL.so.1: cannot open shared object file: No such file or directory',
          captures: { package: 'libGL.so.1' },
        },
        {
          text: "./cart: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by ./cart)",
          captures: { version: 'GLIBC_2.34' },
        },
        {
          text: '  Library not loaded: /usr/local/opt/icu4c/lib/libicui18n.67.dylib',
          captures: { dylib: '/usr/local/opt/icu4c/lib/libicui18n.67.dylib' },
        },
      ],
      miss: ['Removing libfoo.so.3 from the cache of shared object files'],
    },
  },
]

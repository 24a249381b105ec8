import type { Rule } from '../model/rule.ts'

/** javac, as Maven, Gradle, Ant and the command line print it; Java versions that do not fit. */
export const rules: readonly Rule[] = [
  {
    id: 'javac/error',
    category: 'compile',
    title: 'javac: {message} ({file}:{line})',
    needles: ['.java:', '.java (at line', '.groovy:', '.kt:['],
    pattern:
      /^(?!\[(?:WARN|INFO|DEBUG))(?:##\[error\]|\[[\w ]{1,20}\]\s{0,8}|#\d+ [\d.]+ |[\w./@-]{1,40}(?: [\w:-]{1,20})?: |[\w-]{1,30}\s{0,8}\| )?\s{0,12}(?<file>(?:[A-Za-z]:)?[^\s:()[\],]{1,300}\.(?:java|groovy|kt)):(?:\[(?<line>\d+),(?<column>\d+)\] (?:error: )?|(?<line2>\d+): error: )(?<message>(?!\([a-z]+\) )[^\n]{1,300})/,
    extent: {
      while:
        /^(?:\[ERROR\])? {2,}(?:symbol|location|required|found|reason|class file|bad class file|Please|where|method|constructor|\(|[A-Z] extends|\S)/,
    },
    transient: 0.01,
    explanation: 'The Java compiler rejects this line; Maven prints each error twice.',
    remedies: [
      'Correct the place named; for a missing symbol of a dependency compare its version with the one the code was written for.',
    ],
    examples: {
      match: [
        {
          text: '[ERROR] /srv/cart/src/main/java/Cart.java:[12,5] cannot find symbol',
          captures: { file: '/srv/cart/src/main/java/Cart.java', line: '12', message: 'cannot find symbol' },
        },
        { text: 'src/Cart.java:12: error: package acme does not exist' },
      ],
      miss: [
        '[WARNING] /srv/cart/src/main/java/Cart.java: uses unchecked operations',
        '[ERROR] src/main/java/Cart.java:[12,5] (javadoc) MissingJavadoc: x',
      ],
    },
  },
  {
    id: 'javac/werror',
    category: 'compile',
    title: 'javac: warnings count as errors (-Werror)',
    needles: ['warnings found and -Werror specified'],
    pattern: /warnings found and -Werror specified/,
    extent: { before: 3 },
    transient: 0.01,
    explanation: 'The code compiles with warnings, and -Werror makes those fatal.',
    remedies: ['Correct the warnings above, or exempt the kind with -Xlint:-<name>.'],
    examples: { match: [{ text: 'error: warnings found and -Werror specified' }], miss: ['  <arg>-Werror</arg>'] },
  },
  {
    id: 'java/source-level',
    category: 'config',
    title: 'this JDK does not support the requested Java version ({version})',
    needles: [
      'invalid target release',
      'invalid source release',
      'release version',
      'no longer supported. Use',
      'invalid flag: --release',
      'Unsupported major.minor version',
    ],
    pattern:
      /(?:invalid (?:target|source) release: |release version )(?<version>[\d.]+)(?: not supported|$)|(?:Source|Target) option (?<old>\d[\d.]*) is no longer supported\. Use|invalid flag: --release/,
    extent: { after: 1 },
    transient: 0.01,
    explanation: 'The build asks for a Java level that the installed JDK is too old, or too new, to produce.',
    remedies: ['Select the right JDK in CI (setup-java, JAVA_HOME).', 'Or change maven.compiler.release / sourceCompatibility.'],
    examples: {
      match: [
        { text: 'error: invalid target release: 17', captures: { version: '17' } },
        { text: '[ERROR] Source option 5 is no longer supported. Use 7 or later.' },
      ],
      miss: ['[INFO] Compiling with javac [debug release 17]'],
    },
  },
  {
    id: 'ecj/error',
    category: 'compile',
    title: 'Java: error in {file}',
    needles: ['. ERROR in '],
    pattern: /^(?:\[\w+\] )?\d+\. ERROR in (?<file>\S{1,250}) \(at line (?<line>\d+)\)/,
    extent: { after: 3 },
    transient: 0.01,
    explanation: 'The Eclipse compiler rejects this line.',
    remedies: ['Correct the place named.'],
    examples: {
      match: [{ text: '1. ERROR in /srv/cart/Cart.java (at line 12)', captures: { line: '12' } }],
      miss: ['1. WARNING in /srv/cart/Cart.java (at line 12)'],
    },
  },
  {
    id: 'javac/summary',
    category: 'compile',
    role: 'summary',
    title: 'Java compilation failed',
    needles: [' error', 'COMPILATION ERROR', 'Compilation failed; see the compiler', 'Compile failed; see the compiler'],
    pattern:
      /^(?:\[\w+\] |\s+\[javac\] )?[1-9]\d* errors?$|COMPILATION ERROR :|Compil(?:ation|e) failed; see the compiler (?:error )?output/,
    transient: 0.01,
    explanation: 'The count of a Java (or Kotlin, Scala) compilation.',
    remedies: ['Read the first error above it.'],
    examples: { match: [{ text: '[ERROR] COMPILATION ERROR : ' }, { text: '3 errors' }], miss: ['0 errors'] },
  },
]

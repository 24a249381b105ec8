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
    id: 'java/class-version',
    category: 'dependency',
    title: 'a class was compiled for a newer Java than this one',
    needles: [
      'UnsupportedClassVersionError',
      'class file has wrong version',
      'Unsupported class file major version',
      'has been compiled by a more recent version',
    ],
    pattern:
      /UnsupportedClassVersionError|class file has wrong version (?<version>\d+)\.|Unsupported class file major version (?<major>\d+)|has been compiled by a more recent version of the Java Runtime/,
    extent: { before: 2, after: 1 },
    transient: 0.01,
    explanation:
      'A library, plug-in or tool needs a newer Java than the job runs (52 is Java 8, 55 is 11, 61 is 17, 65 is 21), or an old tool cannot read newer classes.',
    remedies: [
      'Run the job on the Java version the dependency needs.',
      'Or pin the dependency, or update Gradle or the tool that reads the classes.',
    ],
    examples: {
      match: [
        { text: '    class file has wrong version 55.0, should be 52.0', captures: { version: '55' } },
        { text: '> Unsupported class file major version 65' },
      ],
      miss: ['major version: 52'],
    },
  },
  {
    id: 'java/no-such-member',
    category: 'test',
    title: 'Java: {message}',
    needles: [
      'java.lang.NoSuchMethodError',
      'java.lang.NoClassDefFoundError',
      'java.lang.ClassNotFoundException',
      'java.lang.NoSuchFieldError',
      'java.lang.AbstractMethodError',
      'java.lang.IncompatibleClassChangeError',
    ],
    role: 'summary',
    pattern:
      /(?:^|\s)(?<message>java\.lang\.(?:NoSuchMethodError|NoClassDefFoundError|NoSuchFieldError|AbstractMethodError|IncompatibleClassChangeError): [^\n]{1,200})/,
    extent: { after: 2 },
    transient: 0.03,
    explanation:
      'At run time a class or member is missing that was there when the code was compiled: two versions of one library are mixed.',
    remedies: ['Look at `mvn dependency:tree` or `gradle dependencies` for two versions of the named library, and align them.'],
    examples: {
      match: [{ text: 'java.lang.NoSuchMethodError: acme.Cart.total()I' }],
      miss: ['catch (java.lang.NoSuchMethodError e)'],
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

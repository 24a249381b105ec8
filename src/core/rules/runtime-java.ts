import type { Rule } from '../model/rule.ts'

/** Errors of programs on the JVM. */
export const rules: readonly Rule[] = [
  {
    id: 'runtime-java/class-version',
    category: 'dependency',
    title: 'Classes were compiled for a newer Java (class file version {version})',
    needles: [
      'unsupportedclassversionerror',
      'unsupported class file major version',
      'has been compiled by a more recent version',
      'class file has wrong version',
    ],
    pattern:
      /(?:by a more recent version of the Java Runtime \(class file version |Unsupported class file major version |class file has wrong version )(?<version>\d[\d.]{0,6})|UnsupportedClassVersionError(?!: )/,
    extent: { before: 2, after: 1 },
    transient: 0.01,
    explanation:
      'A dependency, plug-in or the project itself needs a newer JDK than the job runs (52 is Java 8, 55 is 11, 61 is 17, 65 is 21); or an old tool cannot read new classes.',
    remedies: [
      'Run the job with the newer JDK (setup-java, toolchains, JAVA_HOME).',
      'Or use the last version of the dependency that supports this Java.',
    ],
    examples: {
      match: [
        {
          text: 'java.lang.UnsupportedClassVersionError: acme/Cart has been compiled by a more recent version of the Java Runtime (class file version 61.0), this version of the Java Runtime only recognizes class file versions up to 55.0',
        },
        { text: '> Unsupported class file major version 65' },
        { text: '    class file has wrong version 55.0, should be 52.0', captures: { version: '55.0' } },
      ],
      miss: ['major version: 52'],
    },
  },
  {
    id: 'runtime-java/java-home',
    category: 'config',
    title: 'Java is not found',
    needles: [
      'java_home',
      'unable to locate a java runtime',
      'no java installation',
      'could not find java',
      'no compiler is provided in this environment',
      'could not find tools.jar',
      'could not find the required jdk tools',
    ],
    pattern:
      /JAVA_HOME (?:is not set|is set to an invalid directory|environment variable is not defined|is not defined correctly|not found)|Unable to locate a Java Runtime|No compiler is provided in this environment|Could not find tools\.jar|could not find the required JDK tools|The JAVA_HOME environment variable is not defined/i,
    extent: { after: 2 },
    transient: 0.02,
    explanation: 'No JDK is installed, JAVA_HOME points nowhere, or it is a JRE without the compiler.',
    remedies: ['Set up a JDK in the job and point JAVA_HOME to it.'],
    examples: {
      match: [
        { text: 'ERROR: JAVA_HOME is set to an invalid directory: /usr/lib/jvm/default-java' },
        { text: '[ERROR] No compiler is provided in this environment. Perhaps you are running on a JRE rather than a JDK?' },
      ],
      miss: ['JAVA_HOME=/opt/jdk-21'],
    },
  },
  {
    id: 'runtime-java/no-class',
    category: 'dependency',
    title: "The class '{symbol}' is missing at run time",
    needles: [
      'noclassdeffounderror',
      'classnotfoundexception',
      'could not find or load main class',
      'unable to access jarfile',
      'no main manifest attribute',
    ],
    pattern:
      /(?:(?:NoClassDefFoundError|ClassNotFoundException): (?:Could not initialize class )?|Could not find or load main class |Unable to access jarfile )(?<symbol>[\w./$-]{1,200})|no main manifest attribute, in/,
    role: 'summary',
    extent: { before: 1, while: /^\s+at |^Caused by/ },
    transient: 0.04,
    explanation:
      'A class that was there at compile time is not on the class path now: a dependency was left out, has another version, or the jar was not built.',
    remedies: [
      'Look at the dependency tree for the artifact that holds the class.',
      'For jars, check that the build step made the file under this name.',
    ],
    examples: {
      match: [
        { text: 'java.lang.NoClassDefFoundError: org/acme/Cart', captures: { symbol: 'org/acme/Cart' } },
        { text: 'Error: Unable to access jarfile target/cart.jar' },
        { text: 'Error: Could not find or load main class org.acme.Main' },
      ],
      miss: ['NoClassDefFoundErrorTest PASSED'],
    },
  },
  {
    id: 'runtime-java/linkage',
    category: 'dependency',
    title: 'Two libraries do not fit each other: {symbol}',
    needles: [
      'nosuchmethoderror',
      'nosuchfielderror',
      'abstractmethoderror',
      'incompatibleclasschangeerror',
      'illegalaccesserror',
      'nosuchmethodexception',
      'linkageerror',
      'verifyerror',
    ],
    pattern:
      /java\.lang\.(?:NoSuchMethodError|NoSuchFieldError|AbstractMethodError|IncompatibleClassChangeError|IllegalAccessError|LinkageError|VerifyError)(?:: (?<symbol>[^\n]{1,200}))?/,
    role: 'summary',
    extent: { before: 1, while: /^\s+at |^Caused by/ },
    transient: 0.02,
    explanation: 'A library calls what another one does not have (any more): their versions do not belong together.',
    remedies: ['Print the dependency tree, find which version of the named class won, and align the versions (BOM).'],
    examples: {
      match: [
        {
          text: 'java.lang.NoSuchMethodError: org.acme.Cart.total()Ljava/lang/Integer;',
          captures: { symbol: 'org.acme.Cart.total()Ljava/lang/Integer;' },
        },
      ],
      miss: ['NoSuchMethodErrorTest > works PASSED'],
    },
  },
  {
    id: 'runtime-java/access',
    category: 'config',
    title: 'Java’s module system forbids an access',
    needles: ['inaccessibleobjectexception', 'does not "opens', 'cannot access class', 'does not export', 'add-opens'],
    pattern:
      /InaccessibleObjectException|module [\w.]{1,60} does not "?(?:opens|export)|cannot access class [^\n]{1,200} because module/,
    extent: { after: 1 },
    transient: 0.01,
    explanation: 'Since Java 16, reflection into the JDK’s own classes is closed; an old library or plug-in still does it.',
    remedies: ['Update the library, or run with `--add-opens` as the message says.', 'Or use an older JDK for this job.'],
    examples: {
      match: [
        {
          text: 'java.lang.reflect.InaccessibleObjectException: Unable to make field private final java.lang.String java.io.File.path accessible: module java.base does not "opens java.io" to unnamed module @11',
        },
      ],
      miss: ['module java.base exports java.io'],
    },
  },
  {
    id: 'runtime-java/vm-crash',
    category: 'crash',
    title: 'The JVM crashed',
    needles: ['a fatal error has been detected by the java runtime', '#  sig', '# sig'],
    pattern: /A fatal error has been detected by the Java Runtime Environment|^# {1,3}SIG(?:SEGV|BUS|ILL|FPE) \(0x/,
    extent: { after: 8 },
    transient: 0.25,
    explanation: 'The virtual machine itself died: native code, lack of memory, or a test that calls System.exit.',
    remedies: [
      'Look at hs_err_pid*.log (keep it as an artifact).',
      'If there is none, look for System.exit in tests and for the OOM killer.',
    ],
    examples: {
      match: [
        { text: '# A fatal error has been detected by the Java Runtime Environment:' },
        { text: '#  SIGSEGV (0xb) at pc=0x00007f1a2b3c4d5e, pid=42, tid=43' },
      ],
      miss: ['hs_err_pid.log not found'],
    },
  },
  {
    id: 'runtime-java/exception',
    category: 'crash',
    title: 'A Java program ended with {code}',
    needles: ['exception in thread'],
    pattern: /Exception in thread "(?<symbol>[^"\n]{1,100})" (?<code>[\w.$]{3,150})(?:: (?<message>[^\n]{1,200}))?/,
    role: 'summary',
    extent: { while: /^\s+at |^Caused by|^\s+\.\.\. \d+/ },
    transient: 0.12,
    explanation: 'An exception that nobody caught ended a thread of a Java program.',
    remedies: ['Read the last “Caused by” below.'],
    examples: {
      match: [
        {
          text: 'Exception in thread "main" java.lang.IllegalStateException: cart is empty',
          captures: { code: 'java.lang.IllegalStateException', message: 'cart is empty' },
        },
      ],
      miss: ['logs an Exception in the thread'],
    },
  },
]

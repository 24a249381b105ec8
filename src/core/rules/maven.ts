import type { Rule } from '../model/rule.ts'

/** Maven: resolution, enforcer, goals. */
export const rules: readonly Rule[] = [
  {
    id: 'maven/unresolved',
    category: 'dependency',
    title: 'Maven cannot resolve {package}',
    needles: [
      'Could not resolve dependencies',
      'Could not find artifact',
      'Failure to find',
      'Non-resolvable',
      'or one of its dependencies could not be resolved',
      'No plugin found for prefix',
      'nresolveable build extension',
      'was not found in http',
      'Blocked mirror for repositories',
      'Cannot access ',
    ],
    pattern:
      /^(?!\[(?:WARNING|INFO|DEBUG)\])(?![^\n]{0,1500}(?:status(?: code)?: [45]\d\d|[Cc]onnection (?:reset|refused|timed out)|[Rr]ead timed out|Connect(?:ion)? timed out|Remote host terminated|UnknownHost|Unknown host|Temporary failure|SSLHandshake|Premature end))(?=[^\n]{0,1200}?(?:Could not find artifact|Failure to find) (?<package>\S{1,150})|)[^\n]{0,600}?(?:Could not find artifact|Failure to find \S{1,150} in|Non-resolvable (?:parent POM|import POM|dependency)|Plugin (?<plugin>\S{1,150}) or one of its dependencies|No plugin found for prefix '(?<prefix>[^'\n]{1,60})'|Could not resolve dependencies for project|nresolveable build extension|Blocked mirror for repositories)/,
    extent: { while: /^\[ERROR\]\s{2,}\S/ },
    transient: 0.08,
    explanation: 'An artifact, parent or plug-in is in none of the repositories, or Maven keeps an old failure in its cache.',
    remedies: [
      'Check coordinates and repository; build missing modules first (`-am`).',
      'For a snapshot or a cached failure run with `-U`.',
    ],
    examples: {
      match: [
        {
          text: '[ERROR] Failed to execute goal on project cart: Could not resolve dependencies for project com.acme:cart:jar:1.0: Could not find artifact com.acme:item:jar:9.0 in central (https://repo.maven.apache.org/maven2) -> [Help 1]',
          captures: { package: 'com.acme:item:jar:9.0' },
        },
        { text: "[ERROR] No plugin found for prefix 'acme' in the current project" },
      ],
      miss: [
        '[WARNING] Could not find artifact com.acme:item:pom:9.0 in central',
        'Could not resolve dependencies for project x: Could not transfer artifact com.acme:item:jar:9.0: Connection reset',
      ],
    },
  },
  {
    id: 'maven/transfer',
    category: 'network',
    title: 'Maven could not transfer {package}',
    needles: ['Could not transfer artifact', 'Could not transfer metadata', 'Failed to transfer'],
    pattern:
      /^(?!\[(?:WARNING|INFO|DEBUG)\])(?![^\n]{0,1500}status(?: code)?: 40[13])[^\n]{0,600}?Could not transfer (?:artifact|metadata) (?<package>\S{1,150}) (?:from|from\/to|to) /,
    extent: { while: /^\[ERROR\]\s{2,}\S/ },
    transient: 0.75,
    explanation: 'A repository did not answer, broke off, or had an error of its own.',
    remedies: ['Run again; cache ~/.m2/repository, or use a mirror near the runner, if it recurs.'],
    examples: {
      match: [
        {
          text: '[ERROR] Plugin com.acme:cart-plugin:1.0 or one of its dependencies could not be resolved: Could not transfer artifact com.acme:item:pom:1.0 from/to central (https://repo.maven.apache.org/maven2): Connection reset -> [Help 1]',
          captures: { package: 'com.acme:item:pom:1.0' },
        },
      ],
      miss: ['[WARNING] Could not transfer metadata com.acme:item/maven-metadata.xml from/to snapshots'],
    },
  },
  {
    id: 'maven/auth',
    category: 'auth',
    title: 'Maven: the repository refuses the credentials ({code})',
    needles: [
      'status code: 401',
      'status code: 403',
      'status: 401',
      'status: 403',
      'Not authorized',
      'authentication failed for http',
    ],
    pattern:
      /^(?!\[(?:WARNING|INFO|DEBUG)\])[^\n]{0,900}?(?:Could not transfer|Failed to (?:deploy|transfer)|authentication failed for|authorization failed for)[^\n]{0,500}?(?:status(?: code)?: (?<code>40[13])|Not authorized|Unauthorized)/,
    extent: { after: 1 },
    transient: 0.05,
    explanation: 'The server entry of settings.xml is missing, wrong, or has no right to this repository.',
    remedies: ['Give the `<server>` id of the repository valid credentials in the settings CI uses.'],
    examples: {
      match: [
        {
          text: '[ERROR] Could not transfer artifact com.acme:cart:jar:1.0 from/to acme (https://maven.acme.test): status code: 401, reason phrase: Unauthorized (401)',
          captures: { code: '401' },
        },
      ],
      miss: ['[WARNING] Could not transfer metadata: status code: 403'],
    },
  },
  {
    id: 'maven/enforcer-rule',
    category: 'dependency',
    title: 'Maven Enforcer: {rule} failed',
    needles: [
      'failed with message:',
      'Dependency convergence error for',
      'Require upper bound dependencies error',
      'is not in the allowed range',
      'Found Banned Dependency',
    ],
    pattern:
      /Rule \d+: (?:[\w.]{1,120}\.)?(?<rule>\w{1,60})(?:\([^)\n]{0,60}\))? failed with message:|Dependency convergence error for (?<package>\S{1,150})|Require upper bound dependencies error for (?<package2>\S{1,150})|Detected (?:JDK|Maven)[^\n]{0,80}is not in the allowed range|Found Banned Dependency: (?<banned>\S{1,150})/,
    extent: {
      while:
        /^(?:\[(?:ERROR|WARNING)\]\s{0,20})?(?:\s{0,20}[+|\\ -]|Detected|Found|Use '|and|The )[^\n]{0,300}$|^\[ERROR\]\s{2,}\S/,
    },
    transient: 0.01,
    explanation:
      'A rule of the Enforcer plug-in is broken: versions that differ along the tree, a banned artifact, or a Java or Maven outside the allowed range.',
    remedies: [
      'Manage the version in dependencyManagement (or exclude one path), see `mvn dependency:tree`.',
      'For a Java range, select that JDK.',
    ],
    examples: {
      match: [
        {
          text: '[WARNING] Rule 0: org.apache.maven.plugins.enforcer.DependencyConvergence failed with message:',
          captures: { rule: 'DependencyConvergence' },
        },
        {
          text: 'Dependency convergence error for com.acme:item:1.0 paths to dependency are:',
          captures: { package: 'com.acme:item:1.0' },
        },
      ],
      miss: ['[INFO] Rule 0: org.apache.maven.enforcer.rules.RequireJavaVersion passed'],
    },
  },
  {
    id: 'maven/requires',
    category: 'dependency',
    title: 'Maven: {package} requires a newer {what}',
    needles: [' requires Jenkins ', 'requires Maven version', 'requires maven version'],
    pattern:
      /Dependency (?<package>\S{1,150}) requires (?<what>Jenkins) \S{1,40} or higher|The plugin (?<plugin>\S{1,150}) requires Maven version/,
    transient: 0.01,
    explanation: 'A dependency or plug-in needs a newer host than this project or job has.',
    remedies: ['Raise the version of the host, or hold the dependency back.'],
    examples: {
      match: [
        {
          text: '[ERROR] Failed to execute goal org.jenkins-ci.tools:maven-hpi-plugin:3.50:validate-hpi (default-validate-hpi) on project cart: Dependency com.acme:item:jar:5.0 requires Jenkins 2.400.1 or higher. -> [Help 1]',
          captures: { package: 'com.acme:item:jar:5.0' },
        },
      ],
      miss: ['[INFO] Jenkins 2.400.1'],
    },
  },
  {
    id: 'maven/version-missing',
    category: 'dependency',
    title: 'Maven: no version is given for {package}',
    needles: [".version' for "],
    pattern: /^(?:\[(?:ERROR|FATAL)\] ){1,2}\s{0,12}'dependenc[\w.]{1,80}\.version' for (?<package>\S{1,150}) is missing\. @/,
    extent: { after: 1 },
    transient: 0.01,
    explanation: 'A dependency has no version of its own, and the parent or BOM that used to manage it does so no more.',
    remedies: ['Give the dependency a version, or import the BOM that manages it.'],
    examples: {
      match: [
        {
          text: "[ERROR] 'dependencies.dependency.version' for com.acme:item:jar is missing. @ line 12, column 9",
          captures: { package: 'com.acme:item:jar' },
        },
      ],
      miss: ["[WARNING] 'build.plugins.plugin.version' for com.acme:plugin is missing. @ line 3, column 1"],
    },
  },
  {
    id: 'maven/pom',
    category: 'config',
    title: 'Maven cannot read the POM: {message}',
    needles: [
      'Non-parseable POM',
      'for ',
      'Child module ',
      'Unknown lifecycle phase',
      'there is no POM in this directory',
      'Malformed POM',
      'Could not find the selected project in the reactor',
      'The JAVA_HOME environment variable is not defined',
      'No compiler is provided in this environment',
      'is missing. @',
    ],
    pattern:
      /^(?:\[(?:ERROR|FATAL)\] ){0,2}\s*(?<message>Non-parseable POM [^\n]{1,200}|Malformed POM [^\n]{1,200}|'(?!dependencies)[\w.]{1,80}' for [^\n]{1,150} is missing\. @[^\n]{0,100}|Child module [^\n]{1,150} does not exist[^\n]{0,60}|Unknown lifecycle phase "[^"\n]{1,80}"|The goal you specified requires a project to execute but there is no POM[^\n]{0,60}|Could not find the selected project in the reactor[^\n]{0,100}|No compiler is provided in this environment[^\n]{0,100}|The JAVA_HOME environment variable is not defined correctly[^\n]{0,60})/,
    extent: { after: 2 },
    transient: 0.01,
    explanation: 'The project file, module list or command line is wrong, so Maven does not even start to build.',
    remedies: ['Correct what the message names; check the directory and the JDK of the step.'],
    examples: {
      match: [
        { text: "[ERROR] 'modelVersion' for com.acme:item:1.0 is missing. @ line 3, column 1" },
        { text: '[ERROR] Unknown lifecycle phase "tset". You must specify a valid lifecycle phase' },
      ],
      miss: ["[WARNING] 'build.plugins.plugin.version' for com.acme:plugin is missing. @ line 3, column 1"],
    },
  },
]

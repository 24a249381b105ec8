import type { Rule } from '../model/rule.ts'

/** sbt, Ivy, Coursier: resolution. */
export const rules: readonly Rule[] = [
  {
    id: 'sbt/unresolved',
    category: 'dependency',
    title: 'sbt cannot resolve {package}',
    needles: [
      'unresolved dependency:',
      'UNRESOLVED DEPENDENCIES',
      'Error downloading ',
      ': not found',
      'found version conflict(s) in library dependencies',
      'FetchError',
      'ResolveException',
    ],
    pattern:
      /unresolved dependency: (?<package>[^\s;]{1,150})|:: +UNRESOLVED DEPENDENCIES|(?:ResolveException|FetchError\S{0,40}): (?:Error (?:downloading|fetching artifacts))|Error downloading (?<package2>[\w.-]{1,100}:[^\s]{1,150})|found version conflict\(s\) in library dependencies|^\[ivy:\w{1,20}\]\s+:: (?<package3>\S{1,150}): not found/,
    extent: { while: /^(?:\[(?:error|warn)\])?\s+(?:not found|\S)/ },
    transient: 0.1,
    explanation: 'A library or plug-in is in none of the resolvers, or two of incompatible versions meet (eviction error).',
    remedies: [
      'Check coordinates, Scala version suffix and resolvers.',
      'For an eviction error, align the versions or set the versionScheme.',
    ],
    examples: {
      match: [
        {
          text: 'sbt.ResolveException: unresolved dependency: com.acme#cart;9.0: not found',
          captures: { package: 'com.acme#cart' },
        },
        { text: '[error] (update) sbt.librarymanagement.ResolveException: Error downloading com.acme:cart_2.13:9.0' },
      ],
      miss: ['[info] Resolving com.acme#cart;1.0 ...', '[warn] found version conflict in cache'],
    },
  },
  {
    id: 'sbt/command',
    category: 'config',
    title: 'sbt: {message}',
    needles: ['[error] Not a valid command:', '[error] Not a valid key:', '[error] Expected '],
    pattern: /^\[error\] (?<message>Not a valid (?:command|key): [^\n]{1,100})/,
    extent: { after: 3 },
    transient: 0.01,
    explanation: 'The task or setting called does not exist in this build.',
    remedies: ['Correct the name, or add the plug-in that brings it.'],
    examples: {
      match: [{ text: '[error] Not a valid command: scalafmtChek', captures: { message: 'Not a valid command: scalafmtChek' } }],
      miss: ['[info] welcome to sbt 1.9.0'],
    },
  },
  {
    id: 'sbt/task-failed',
    category: 'unknown',
    role: 'summary',
    title: 'sbt: task {task} failed',
    needles: ['[error] ('],
    pattern: /^\[error\] \((?<task>[^)\n]{1,150})\) (?!sbt\.TestsFailedException|Compilation failed)(?<message>[^\n]{1,250})/,
    transient: 0.1,
    explanation: 'sbt names the task that failed at the end.',
    remedies: ['Read the `[error]` lines above.'],
    examples: {
      match: [
        {
          text: '[error] (core / Compile / doc) Scaladoc generation failed',
          captures: { task: 'core / Compile / doc' },
        },
      ],
      miss: ['[error] Total time: 3 s'],
    },
  },
  {
    id: 'sbt/tests-failed',
    category: 'test',
    role: 'summary',
    title: 'sbt: tests failed',
    needles: [
      '[error] Failed tests:',
      '[error] Error during tests:',
      'sbt.TestsFailedException',
      '[error] Failed: Total',
      'TEST FAILED ***',
      'TESTS FAILED ***',
      'test tasks failed',
    ],
    pattern:
      /\[error\] (?:Failed tests:|Error during tests:|Failed: Total \d+|\S.{0,80}sbt\.TestsFailedException: Tests unsuccessful|\(.{1,80}\) sbt\.TestsFailedException)|\*\*\* \d+ TESTS? FAILED \*\*\*/,
    extent: { while: /^\[error\] \s+\S/ },
    transient: 0.12,
    explanation: 'sbt lists the test classes that did not pass.',
    remedies: ['Read the failed tests above.'],
    examples: {
      match: [
        { text: '[error] Failed tests:\n[error] \tcart.CartSpec' },
        { text: '[error] (core / Test / test) sbt.TestsFailedException: Tests unsuccessful' },
      ],
      miss: ['[info] All tests passed.'],
    },
  },
  {
    id: 'sbt/compile',
    category: 'compile',
    role: 'summary',
    title: 'sbt: compilation failed',
    needles: ['Compilation failed', 'No warnings can be incurred under', 'error found', 'errors found'],
    pattern:
      /^\[error\] (?:\([^)\n]{1,120}\) Compilation failed|No warnings can be incurred under -(?:Werror|Xfatal-warnings)|\w+ errors? found$|[1-9]\d* errors? found$)/,
    extent: { before: 1 },
    transient: 0.01,
    explanation: 'sbt says that the compiler failed.',
    remedies: ['Read the `[error]` lines with a file name above.'],
    examples: {
      match: [{ text: '[error] (Compile / compileIncremental) Compilation failed' }],
      miss: ['[info] compilation done'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** Kotlin, Scala and Groovy compilers. */
export const rules: readonly Rule[] = [
  {
    id: 'kotlin/error',
    category: 'compile',
    title: 'Kotlin: {message} ({file})',
    needles: ['e: file:', '.kt: (', '.kts: (', 'e: [k', 'e: warnings found', '.kt:', '.kts:'],
    pattern:
      /^(?:[^\n]{0,40}?\s)?e: (?:(?:file:\/\/)?(?<file>[^\s:()]{1,300}\.kts?):? ?\(?(?<line>\d+)[:,] ?(?<column>\d+)\)?:? |\[k\w+\] |(?=warnings found))(?<message>[^\n]{1,300})|^\[ERROR\] (?<file2>\S{1,300}\.kt): \(\d+, \d+\) (?<message2>[^\n]{1,200})/,
    extent: { while: /^\s+\S/ },
    transient: 0.01,
    explanation: 'The Kotlin compiler (or kapt, KSP) rejects this place.',
    remedies: ['Correct the place named.'],
    examples: {
      match: [
        {
          text: 'e: file:///srv/cart/src/Cart.kt:12:5 Unresolved reference: total',
          captures: { file: '/srv/cart/src/Cart.kt', line: '12' },
        },
        { text: 'e: /srv/cart/Cart.kt: (12, 5): Unresolved reference: total' },
        { text: 'e: warnings found and -Werror specified' },
      ],
      miss: ['w: file:///srv/cart/src/Cart.kt:12:5 Parameter is never used'],
    },
  },
  {
    id: 'scala/error',
    category: 'compile',
    title: 'Scala: {message} ({file})',
    needles: ['.scala:', '.sbt:', '.sc:', '[error] -- '],
    pattern:
      /^\[error\] (?:-- (?:\[E\d+\] )?(?<message2>[\w ]{1,60}?): )?(?<file>[^\s:]{1,300}\.(?:scala|java|sbt|sc)):(?<line>\d+):(?:\d+:?)? ?(?<message>[^\n]{0,300})/,
    extent: { while: /^\[error\] {2,}\S|^\[error\] *\d* *\|/ },
    transient: 0.01,
    explanation: 'The Scala compiler rejects this place (or a fatal warning).',
    remedies: ['Correct the place named.'],
    examples: {
      match: [
        {
          text: '[error] /srv/cart/Cart.scala:12:5: not found: value total',
          captures: { file: '/srv/cart/Cart.scala', line: '12', message: 'not found: value total' },
        },
        { text: '[error] -- [E006] Not Found Error: src/Cart.scala:12:5 -------' },
      ],
      miss: ['[warn] /srv/cart/Cart.scala:12:5: unused import'],
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
  {
    id: 'groovy/error',
    category: 'compile',
    title: 'Groovy: {message}',
    needles: ['MultipleCompilationErrorsException', 'startup failed:', '.groovy: '],
    pattern:
      /MultipleCompilationErrorsException: startup failed|^startup failed:|(?:^|\s)(?<file>\S{1,200}\.groovy): (?<line>\d+): (?<message>[^\n]{1,200}) @ line \d+/,
    extent: { after: 3 },
    transient: 0.01,
    explanation: 'A Groovy source, build script or Jenkinsfile does not compile.',
    remedies: ['Correct the line named below.'],
    examples: {
      match: [
        { text: 'org.codehaus.groovy.control.MultipleCompilationErrorsException: startup failed:' },
        { text: 'Cart.groovy: 12: unable to resolve class Item @ line 12, column 3.', captures: { line: '12' } },
      ],
      miss: ['Groovy: 3.0.9'],
    },
  },
]

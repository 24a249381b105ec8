import type { Diagnosis, Failure } from '../model/diagnosis.ts'

/** A failure, for tests; what is not given is plain. */
export function failureOf(given: Partial<Failure> = {}): Failure {
  return {
    category: 'dependency',
    rule: 'npm/eresolve',
    title: 'npm cannot resolve the dependency tree',
    message: 'npm error code ERESOLVE',
    job: 'unit (ubuntu, 22)',
    step: 'Install dependencies',
    lines: [142, 160],
    captures: { code: 'ERESOLVE' },
    fingerprint: 'v1:0123456789abcd',
    confidence: 0.97,
    ...given,
  }
}

/** A diagnosis, for tests; what is not given is a broken dependency tree. */
export function diagnosisOf(given: Partial<Diagnosis> = {}): Diagnosis {
  return {
    schema: 'sherpa.diagnosis/1',
    source: { kind: 'github', name: 'acme/web run 4711' },
    run: { repository: 'acme/web', run: 4711, attempt: 1, conclusion: 'failure' },
    headline: 'npm cannot resolve the dependency tree',
    category: 'dependency',
    confidence: 0.97,
    transient: 0.02,
    failures: [
      failureOf({ file: 'package.json', line: 12 }),
      failureOf({
        category: 'runner',
        rule: 'github/exit-code',
        title: 'process completed with exit code 1',
        message: 'Process completed with exit code 1.',
        lines: [190, 190],
        confidence: 0.5,
        fingerprint: 'v1:fedcba98765432',
      }),
    ],
    highlights: [
      {
        job: 'unit (ubuntu, 22)',
        lines: [141, 143],
        score: 0.9,
        text: ['npm ci', 'npm error code ERESOLVE', 'npm error ERESOLVE could not resolve'],
      },
      { job: 'unit (ubuntu, 22)', lines: [158, 158], score: 0.8, text: ['npm error Found: react@19.0.0'] },
    ],
    tests: [],
    anomalies: [],
    causes: [],
    explanation: 'Two packages ask for versions of a common dependency that no single version satisfies.',
    nextSteps: ['Align the peer versions in package.json.', 'Run `npm install` locally and commit the lock file.'],
    notes: [],
    stats: { logs: 1, lines: 12345, bytes: 1_234_567, jobs: 3, failedJobs: 1, compared: true },
    ...given,
  }
}

/** What a log can hold that must do nothing wherever it is shown. */
export const HOSTILE = [
  '::error file=a.js,line=1::owned',
  '  ::add-mask::x',
  'x ##[add-matcher]/tmp/m.json',
  '##vso[task.setvariable variable=a]b',
  "##teamcity[message text='x']",
  '\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\',
  'a\rb\bc\x00d\x7fe\x9b31mf',
  '</script><script>alert(1)</script></style></title>',
  '<img src=x onerror=alert(1)> &lt;b&gt; "quoted" \'single\'',
  '![pixel](http://evil.example/p.png) [click](javascript:alert(1))',
  '```\n# heading\n| a | b |\n````',
  '@acme/owners see #12, GH-12, acme/web#13 and :tada: www.evil.example mail@evil.example',
  'user\u202etxt.exe \u2066hidden\u2069 zero\u200bwidth \u{e0041}tag',
  'lone \ud800 surrogate',
  '<!-- --> --> ]]> {{7*7}} ${x} $$E=mc^2$$',
] as const

/** The same text in every place of a diagnosis that a log can fill. */
export function hostileDiagnosis(text: string): Diagnosis {
  const failure = failureOf({ title: text, message: text, job: text, step: text, file: text, line: 3, captures: { a: text } })
  return diagnosisOf({
    source: { kind: 'file', name: text },
    run: null,
    headline: text,
    failures: [failure, { ...failure, lines: null }],
    highlights: [{ job: text, lines: [142, 143], score: 0.9, text: [text, text] }],
    tests: [
      {
        framework: text,
        total: 3,
        passed: 1,
        failed: 2,
        skipped: 0,
        failedTests: [
          { name: text, message: text },
          { name: 'b', message: text },
        ],
      },
    ],
    causes: [
      {
        kind: 'dependency',
        title: text,
        subject: text,
        confidence: 0.9,
        evidence: [
          { signal: 'a', text, weight: 1, at: { job: text, line: 3 }, url: text },
          { signal: 'b', text, weight: -1 },
        ],
      },
    ],
    explanation: text,
    nextSteps: [text, `before ${text} after`],
    notes: [{ code: 'x', text }],
  })
}

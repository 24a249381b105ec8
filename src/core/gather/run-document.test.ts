import { describe, expect, test } from 'vitest'
import { documentJobs, documentRun, documentTests, parseRunDocument } from './run-document.ts'

const FULL = {
  schema: 'sherpa.run/1',
  repository: 'acme/web',
  workflow: 'ci',
  run: 4711,
  attempt: 1,
  event: 'push',
  branch: 'fix-x',
  base: 'main',
  pullRequest: 12,
  commit: 'abc',
  parents: ['def'],
  actor: 'ann',
  triggeredBy: 'bob',
  startedAt: '2026-01-31T08:00:00Z',
  completedAt: '2026-01-31T09:30:00.5+01:00',
  conclusion: 'failure',
  changes: [{ file: 'package-lock.json', patch: '@@' }, { file: 'a' }],
  somethingNew: { of: 'tomorrow' },
  jobs: [
    {
      id: 1,
      name: 'unit (ubuntu, 22)',
      conclusion: 'failure',
      startedAt: '2026-01-31T08:00:00Z',
      completedAt: null,
      queuedMs: 3100,
      needs: ['build'],
      runner: { image: 'ubuntu-24.04', version: '20260126.1', os: 'linux' },
      steps: [{ name: 'Run tests', conclusion: 'failure', durationMs: 61000 }],
      log: 'boom\n',
      tests: [
        { name: 'cart › adds tax', outcome: 'failed', durationMs: 12, message: 'expected 1' },
        { name: 'b', outcome: 'passed' },
        { name: 'c', outcome: 'skipped' },
      ],
    },
  ],
}

const parse = (value: unknown) => parseRunDocument(JSON.stringify(value, null, 2), 'run.json')

describe('a run document', () => {
  test('becomes the run, its jobs and its tests', async () => {
    const document = await parse(FULL)
    const { schema, jobs, somethingNew, ...run } = FULL
    expect(documentRun(document)).toEqual(run)
    const { log, tests, completedAt, ...job } = FULL.jobs[0] ?? {}
    expect(documentJobs(document)).toEqual([job])
    expect(documentTests(document)).toEqual([
      {
        framework: 'run-document',
        job: 'unit (ubuntu, 22)',
        total: 3,
        passed: 1,
        failed: 1,
        skipped: 1,
        failedTests: [{ name: 'cart › adds tax', message: 'expected 1' }],
      },
    ])
  })

  test('need say nothing; what is null or unsaid is unknown', async () => {
    const document = await parse({ schema: 'sherpa.run/1', branch: null, jobs: null })
    expect([Object.keys(documentRun(document)), documentJobs(document), documentTests(document)]).toEqual([[], [], []])
  })

  test('may begin with a byte order mark', async () => {
    await expect(parseRunDocument('\ufeff{ "schema": "sherpa.run/1" }', 'a')).resolves.toBeDefined()
  })
})

describe('a wrong run document', () => {
  test.each([
    ['a wrong word', { ...FULL, conclusion: 'red' }, /^run\.json:19:17: conclusion: invalid option: expected one of "success"\|/],
    ['a wrong type', { schema: 'sherpa.run/1', run: '4711' }, /^run\.json:3:10: run: .*expected number, received string$/],
    [
      'a wrong time',
      { schema: 'sherpa.run/1', startedAt: 'yesterday' },
      /^run\.json:3:16: startedAt: expected a time in RFC 3339/,
    ],
    [
      'something deep',
      { schema: 'sherpa.run/1', jobs: [{ name: 'a' }, { name: 'b', steps: [{ name: 3 }] }] },
      /^run\.json:11:19: jobs\[1\]\.steps\[0\]\.name: /,
    ],
    [
      'something missing',
      { schema: 'sherpa.run/1', jobs: [{ conclusion: 'failure' }] },
      /^run\.json:4:5: jobs\[0\]\.name: .*received undefined$/,
    ],
    ['another version', { schema: 'sherpa.run/2' }, /^run\.json:2:13: schema: .*"sherpa\.run\/1"$/],
    ['no object', [1], /^run\.json:1:1: the document: /],
    ['two things', { schema: 'sherpa.run/1', run: 'x', attempt: 0 }, /, and 1 more$/],
  ])('%s is named with its line and path', async (_, value, message) => {
    await expect(parse(value)).rejects.toMatchObject({
      code: 'run-document-invalid',
      kind: 'usage',
      message: expect.stringMatching(message),
    })
  })

  test('that is no JSON is told where', async () => {
    await expect(parseRunDocument('{\n  "schema": "sherpa.run/1",\n}', 'run.json')).rejects.toMatchObject({
      message: 'run.json:3:1: this is not JSON from here on',
    })
  })
})

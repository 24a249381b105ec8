import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.ts'
import { logPath, RED } from './logs.ts'
import { sherpa } from './sherpa.ts'

let folder: ReturnType<typeof tempFolder>
let store: string
beforeEach(() => {
  folder = tempFolder()
  store = join(folder.path, 'history.db')
})
afterEach(() => folder[Symbol.dispose]())

const ingest = (...args: string[]) => sherpa(['ingest', ...args, '--store', store], { cwd: folder.path })
const rows = async () => {
  const { stdout } = await sherpa(['store', 'check', '--store', store, '--json'])
  return JSON.parse(stdout).rows as Record<string, number>
}
const exported = async () => {
  const { stdout } = await sherpa(['store', 'export', '--store', store])
  return stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, unknown>)
}

const document = (run: number, more: object = {}) => ({
  schema: 'sherpa.run/1',
  repository: 'acme/web',
  workflow: 'ci',
  run,
  startedAt: '2026-01-05T12:00:00Z',
  jobs: [{ name: 'unit', conclusion: 'success', tests: [{ name: 'adds', outcome: 'passed' }] }],
  ...more,
})
const ndjson = (...documents: unknown[]) =>
  documents.map(one => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join('')

describe('run documents', () => {
  test('one a line; twice is the same as once', async () => {
    folder.write('runs.ndjson', ndjson(document(1), '', document(2), document(2, { attempt: 2 })))
    expect(await ingest('runs.ndjson')).toMatchObject({
      stdout: 'documents: 3 new, 0 known, 0 refused\n',
      stderr: '',
      exitCode: 0,
    })
    const before = await exported()
    expect(await ingest('runs.ndjson')).toMatchObject({ stdout: 'documents: 0 new, 3 known, 0 refused\n' })
    expect(await exported()).toEqual(before)
  })

  test('a wrong line is named with its path and passed over, the rest is kept', async () => {
    const wrong = document(3, { jobs: [{ name: 'unit', conclusion: 'fine' }] })
    folder.write(
      'runs.ndjson',
      ndjson(document(1), '{"schema": "sherpa.run/1", oops', wrong, document(0, { run: undefined }), document(4)),
    )
    const { stdout, stderr, exitCode } = await ingest('runs.ndjson', '--json')
    expect(JSON.parse(stdout)).toEqual({ new: 2, known: 0, refused: 3 })
    expect(exitCode).toBe(2)
    expect(stderr.split('\n')).toEqual([
      'runs.ndjson:2:28: this is not JSON from here on',
      expect.stringMatching(/^runs\.ndjson:3:\d+: jobs\[0\]\.conclusion: /),
      'runs.ndjson:4: run: is missing, so the run cannot be told from others',
      '✖ 3 of the documents could not be read and were passed over; the others are stored [input-refused]',
      'hint: correct the lines named above and pass the same input again: what is stored stays as it is',
      '',
    ])
    expect(await rows()).toMatchObject({ run: 2 })
  })

  test('one a file, over many lines; compressed; on standard input', async () => {
    folder.write('one.json', JSON.stringify(document(1), null, 2))
    folder.write('two.ndjson.gz', gzipSync(ndjson(document(2), document(3))))
    expect(await ingest('one.json', 'two.ndjson.gz')).toMatchObject({ stdout: 'documents: 3 new, 0 known, 0 refused\n' })
    const { stdout } = await sherpa(['ingest', '-', '--store', store], { input: ndjson(document(3), document(4)) })
    expect(stdout).toBe('documents: 1 new, 1 known, 0 refused\n')
  })

  test('logs of red jobs are diagnosed, lines of green ones kept as hashes, nothing of either with --no-logs', async () => {
    const log = 'npm error code ERESOLVE\nnpm error ERESOLVE unable to resolve dependency tree\n'
    const jobs = [
      { name: 'red', conclusion: 'failure', log },
      { name: 'green', conclusion: 'success', log: 'all good\nall well\n' },
    ]
    folder.write('runs.ndjson', ndjson(document(1, { conclusion: 'failure', jobs })))
    await ingest('runs.ndjson', '--no-logs')
    expect(await rows()).toMatchObject({ failure: 0, green_line: 0 })
    await ingest('runs.ndjson')
    const found = await exported()
    expect(found).toContainEqual(
      expect.objectContaining({ table: 'failure', job: 'red', rule: 'npm/eresolve', fingerprint: expect.stringMatching(/^v1:/) }),
    )
    expect(found.filter(({ table }) => table === 'green_line')).toHaveLength(2)
  })

  test('tests and caches that a log tells; what the document says of the tests comes first', async () => {
    const log = [
      'Cache restored from key: npm-1a',
      'pip cache is not found',
      '============================= test session starts ==============================',
      '=================================== FAILURES ===================================',
      '___________________________________ test_adds __________________________________',
      'E   assert 1 == 2',
      '=========================== short test summary info ============================',
      'FAILED tests/test_cart.py::test_adds - assert 1 == 2',
      '==================== 1 failed, 8 passed, 1 skipped in 0.12s ====================',
      '',
    ].join('\n')
    const green = log.replace(/=+ FAILURES.*/s, '==================== 9 passed in 0.12s ====================\n')
    const tests = [{ name: 'adds', outcome: 'failed' }]
    const job = (job: object) => ({ jobs: [{ name: 'unit', ...job }] })
    const red = { conclusion: 'failure', log }
    folder.write(
      'runs.ndjson',
      ndjson(document(1, job(red)), document(2, job({ ...red, tests })), document(3, job({ conclusion: 'success', log: green }))),
    )
    await ingest('runs.ndjson')
    const found = await exported()
    const results = found.filter(({ table }) => table === 'test_result')
    expect(results.map(({ run, name, outcome, message }) => [run, name, outcome, message])).toEqual([
      [1, 'tests/test_cart.py::test_adds', 'failed', 'assert 1 == 2'],
      [2, 'adds', 'failed', undefined],
    ])
    expect(found.filter(({ table }) => table === 'job').map(({ testCounts }) => testCounts)).toEqual([
      { total: 10, failed: 1, skipped: 1 },
      undefined,
      { total: 9, failed: 0, skipped: 0 },
    ])
    expect(found.filter(({ table, run }) => table === 'job_metric' && run === 3)).toMatchObject([
      { name: 'cacheHits', value: 1 },
      { name: 'cacheMisses', value: 1 },
    ])
    const { stdout } = await sherpa(['flaky', '--store', store, '--now', '2026-01-06T00:00:00Z', '--json'])
    expect(JSON.parse(stdout).tests).toMatchObject([
      { name: 'adds', failures: 1, evidence: { logged: 0 } },
      { name: 'tests/test_cart.py::test_adds', state: 'healthy', failures: 1, evidence: { logged: 1 } },
    ])
  })

  test('lines are counted that no green log of the job has', async () => {
    const job = (conclusion: string, log: string) => ({ jobs: [{ name: 'unit', conclusion, log }] })
    folder.write('first.ndjson', ndjson(document(1, job('failure', 'Error: a\n')), document(2, job('success', 'one\ntwo\n'))))
    folder.write(
      'then.ndjson',
      ndjson(document(3, job('failure', 'one\nError: b\nError: c\n')), document(4, job('success', 'two\nthree\n'))),
    )
    await ingest('first.ndjson')
    await ingest('then.ndjson')
    const jobs = (await exported()).filter(({ table }) => table === 'job')
    expect(jobs.map(({ log }) => (log as { newLines?: number }).newLines)).toEqual([undefined, undefined, 2, 1])
  })
})

test('a log that is no file is a sentence; the next document goes on', async () => {
  execFileSync('mkfifo', [join(folder.path, 'pipe.log')])
  const job = (conclusion: string, logFile: string) => ({ jobs: [{ name: 'unit', conclusion, logFile }] })
  const documents = [job('failure', 'pipe.log'), job('success', 'pipe.log'), job('failure', '/dev/zero'), job('failure', '.'), {}]
  folder.write('runs.ndjson', ndjson(...documents.map((more, i) => document(i + 1, more))))
  const { stdout, stderr, exitCode } = await ingest('runs.ndjson')
  expect({ stdout, exitCode }).toEqual({ stdout: 'documents: 5 new, 0 known, 0 refused\n', exitCode: 0 })
  expect(stderr.split('\n')).toEqual([
    `runs.ndjson:1: ${folder.path}/pipe.log is a pipe, not a log.`,
    `runs.ndjson:2: ${folder.path}/pipe.log is a pipe, not a log.`,
    'runs.ndjson:3: /dev/zero is a device, not a log.',
    `runs.ndjson:4: ${folder.path} is a folder, not a log.`,
    '',
  ])
})

test('no secret is stored, wherever it stands', async () => {
  const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ012345'
  const jobs = [
    {
      name: `job ${secret}`,
      conclusion: 'failure',
      log: `Error: token ${secret} is wrong\n`,
      tests: [{ name: 't', outcome: 'failed', message: secret }],
    },
  ]
  folder.write('runs.ndjson', ndjson(document(1, { branch: secret, changes: [{ file: 'a', patch: `+${secret}` }], jobs })))
  await ingest('runs.ndjson')
  const text = JSON.stringify(await exported())
  expect(text).not.toContain('0123456789abcdefghij')
  expect(text).toContain('[redacted')
})

describe('reports and logs', () => {
  test('a folder of JUnit XML is a run', async () => {
    folder.write(
      'reports/a.xml',
      '<testsuite><testcase name="adds" time="0.5"/><testcase name="shaky"><flakyFailure message="x"/></testcase></testsuite>',
    )
    folder.write('reports/b.xml', '<testsuite><testcase name="divides"><failure message="by zero"/></testcase></testsuite>')
    const args = ['reports', '--repo', 'acme/web', '--job', 'unit', '--at', '2026-01-05T12:00:00Z']
    expect(await ingest(...args)).toMatchObject({ stdout: 'documents: 1 new, 0 known, 0 refused\n', exitCode: 0 })
    expect(await ingest(...args)).toMatchObject({ stdout: 'documents: 0 new, 1 known, 0 refused\n' })
    const results = (await exported()).filter(({ table }) => table === 'test_result')
    expect(results.map(({ job, name, outcome, durationMs, message }) => [job, name, outcome, durationMs, message])).toEqual([
      ['unit', 'adds', 'passed', 500, undefined],
      ['unit', 'divides', 'failed', undefined, 'by zero'],
      ['unit', 'shaky', 'failed', undefined, undefined],
      ['unit', 'shaky', 'passed', undefined, undefined],
    ])
  })

  test('a log is a run, the same log the same run', async () => {
    const args = [logPath(RED), '--repo', 'acme/web', '--job', 'build']
    expect(await ingest(...args)).toMatchObject({ stdout: 'documents: 1 new, 0 known, 0 refused\n', stderr: '' })
    expect(await ingest(...args)).toMatchObject({ stdout: 'documents: 0 new, 1 known, 0 refused\n' })
    expect(await exported()).toContainEqual(expect.objectContaining({ table: 'failure', job: 'build', category: 'dependency' }))
  })

  test('a log on standard input needs a number', async () => {
    const { stderr, exitCode } = await sherpa(['ingest', '-', '--store', store], { input: 'hello\n' })
    expect(stderr).toContain('[run-unnumbered]')
    expect(exitCode).toBe(2)
  })
})

describe('where the history is', () => {
  test('in sherpa.yml, in the environment, in the state folder', async () => {
    folder.write('runs.ndjson', ndjson(document(1)))
    folder.write('sherpa.yml', 'store: state/ours.db\n')
    await sherpa(['ingest', 'runs.ndjson'], { cwd: folder.path })
    await sherpa(['ingest', 'runs.ndjson'], { cwd: folder.path, env: { SHERPA_STORE: 'env.db' } })
    folder.write('sherpa.yml', 'version: 1\n')
    await sherpa(['ingest', 'runs.ndjson'], { cwd: folder.path, env: { XDG_STATE_HOME: join(folder.path, 'xdg') } })
    await sherpa(['ingest', 'runs.ndjson'], { cwd: folder.path, env: { HOME: join(folder.path, 'home') } })
    const files = readdirSync(folder.path, { recursive: true }).map(String)
    for (const file of ['state/ours.db', 'env.db', 'xdg/sherpa/history.db', 'home/.local/state/sherpa/history.db'])
      expect(files).toContain(file)
  })
})

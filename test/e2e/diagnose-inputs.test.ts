import { execFileSync } from 'node:child_process'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.ts'
import { zipOf } from '../zips.ts'
import { GREEN, logPath, logText, RED, RED_RULE } from './logs.ts'
import { sherpa } from './sherpa.ts'

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder[Symbol.dispose]())

const diagnose = (args: readonly string[], input?: string) =>
  sherpa(['diagnose', ...args], { cwd: folder.path, ...(input === undefined ? {} : { input }) })

/** What `--json` says of one input. */
async function answer(args: readonly string[], input?: string) {
  const { stdout, stderr, exitCode } = await diagnose([...args, '--json'], input)
  return { ...JSON.parse(stdout), stderr, exitCode }
}

const RED_ANSWER = { exitCode: 1, stderr: '', category: 'dependency', failures: [{ rule: RED_RULE, lines: [34, 52] }] }

/** Enough of a document to recognise it; arrays are compared by their first items. */
const like = ({ failures, ...rest }: typeof RED_ANSWER) => ({
  ...rest,
  failures: expect.arrayContaining(failures.map(f => expect.objectContaining(f))),
})

describe('what can be named', () => {
  test('a file', async () => {
    expect(await answer([logPath(RED)])).toMatchObject({ ...like(RED_ANSWER), source: { kind: 'file', name: logPath(RED) } })
  })

  test('a pipe, with and without a dash', async () => {
    for (const args of [['-'], []]) {
      expect(await answer(args, logText(RED))).toMatchObject({ ...like(RED_ANSWER), source: { kind: 'stdin' } })
    }
  })

  test('a compressed file', async () => {
    folder.write('red.log.gz', gzipSync(logText(RED)))
    expect(await answer(['red.log.gz'])).toMatchObject(like(RED_ANSWER))
  })

  test('a directory of logs: one case', async () => {
    folder.write('logs/1_build.txt', logText(GREEN))
    folder.write('logs/2_unit.txt', logText(RED))
    const found = await answer(['logs'])
    expect(found).toMatchObject({ ...like(RED_ANSWER), source: { kind: 'directory' }, stats: { logs: 2 } })
  })

  test("an archive, as GitHub's API gives it", async () => {
    folder.write(
      'logs.zip',
      await zipOf({ '0_build.txt': logText(GREEN), '1_unit.txt': logText(RED), 'unit/1_Set up job.txt': 'x' }),
    )
    expect(await answer(['logs.zip'])).toMatchObject({ ...like(RED_ANSWER), source: { kind: 'archive' }, stats: { logs: 2 } })
  })

  test('a run document', async () => {
    folder.write('unit.log', logText(RED))
    const run = {
      schema: 'sherpa.run/1',
      repository: 'acme/web',
      run: 4711,
      conclusion: 'failure',
      jobs: [
        { name: 'lint', conclusion: 'success', log: 'fine' },
        { name: 'unit', conclusion: 'failure', logFile: 'unit.log', steps: [{ name: 'Install', conclusion: 'failure' }] },
      ],
    }
    folder.write('run.json', JSON.stringify(run))
    const found = await answer(['run.json'])
    expect(found).toMatchObject({ ...like(RED_ANSWER), run: { repository: 'acme/web', run: 4711 } })
    expect(found.failures[0]).toMatchObject({ job: 'unit', step: 'Install' })
  })

  test('several: a document a line, in the order they were named', async () => {
    const { stdout, exitCode } = await diagnose([logPath(GREEN), logPath(RED), '-', '--json'], logText(GREEN))
    const documents = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(documents.map(({ source, failures }) => [source.kind, failures.length > 0])).toEqual([
      ['file', false],
      ['file', true],
      ['stdin', false],
    ])
    expect(exitCode).toBe(1)
  })
})

describe('what goes with it', () => {
  test('a green log to compare with', async () => {
    const found = await answer([logPath(RED), '--baseline', logPath(GREEN)])
    expect(found).toMatchObject({ ...like(RED_ANSWER), stats: { compared: true } })
    expect((await answer([logPath(RED)])).stats.compared).toBe(false)
  })

  test('test reports', async () => {
    folder.write(
      'reports/a.xml',
      '<testsuite tests="2" failures="1"><testcase name="adds tax"><failure message="expected 1"/></testcase><testcase name="b"/></testsuite>',
    )
    const found = await answer([logPath(GREEN), '--junit', 'reports/*.xml'])
    expect(found).toMatchObject({
      exitCode: 1,
      category: 'test',
      failures: [{ title: 'test failed: adds tax', message: 'expected 1', lines: null }],
    })
    expect(found.tests).toContainEqual(expect.objectContaining({ total: 2, failed: 1, failedTests: ['adds tax'] }))
  })

  test('a configuration of its own', async () => {
    folder.write('sherpa.yml', `disable: [${RED_RULE}]\n`)
    expect((await answer([logPath(RED)])).failures.map((failure: { rule: string }) => failure.rule)).not.toContain(RED_RULE)
  })
})

describe('how it ends', () => {
  test('0 where nothing failed', async () => {
    expect(await answer([logPath(GREEN)])).toMatchObject({
      exitCode: 0,
      stderr: '',
      failures: [],
      headline: expect.stringMatching(/^nothing failed/),
    })
  })

  test.each([
    ['an empty log', ''],
    ['a blank line', '\n'],
  ])('0 for %s', async (_, text) => {
    expect(await answer(['-'], text)).toMatchObject({ exitCode: 0, failures: [] })
  })

  test.each([
    ['a file that is not there', ['none.log'], /^✖ .*none\.log.*\[[a-z-]+\]\n/],
    ['a baseline that is not there', ['-', '--baseline', 'none.log'], /^✖ .*none\.log.*\[[a-z-]+\]\n/],
    ['reports that are not there', ['-', '--junit', 'none/*.xml'], /^✖ no file matches none\/\*\.xml \[no-reports\]\n/],
    ['a configuration that is not there', ['-', '--config', 'none.yml'], /^✖ .*none\.yml.*\[[a-z-]+\]\n/],
  ])('2 for %s', async (_, args, message) => {
    const { stdout, stderr, exitCode } = await diagnose(args, 'x')
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 })
    expect(stderr).toMatch(message)
  })

  test('2 for a document with mistakes, told with their place', async () => {
    folder.write('run.json', '{"schema":"sherpa.run/1",\n"run":"4711"}')
    const { stderr, exitCode } = await diagnose(['run.json'])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^✖ \S*run\.json:2:7: run: .* \[run-document-invalid\]\n/)
  })

  test('where one of several cannot be read, what came before it is told', async () => {
    const { stdout, stderr, exitCode } = await diagnose([logPath(RED), 'none.log', '--json'])
    expect(JSON.parse(stdout).category).toBe('dependency')
    expect(stderr).toContain('none.log')
    expect(exitCode).toBe(2)
  })

  test('without a terminal and without input, an empty pipe is an empty log', async () => {
    expect(await diagnose([], '')).toMatchObject({ exitCode: 0 })
  })
})

test('a reader that has seen enough does not disturb the exit code', () => {
  const pipe = `set -o pipefail; "${process.execPath}" dist/cli.js diagnose "${logPath(RED)}" --format html | head -c 10 >/dev/null; echo "\${PIPESTATUS[0]}"`
  expect(execFileSync('bash', ['-c', pipe], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()).toBe('1')
})

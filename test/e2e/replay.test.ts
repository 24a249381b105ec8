import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.ts'
import { GREEN, logPath, RED } from './logs.ts'
import { sherpa } from './sherpa.ts'

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder[Symbol.dispose]())

const run = (...args: string[]) => sherpa(args, { cwd: folder.path })

test.each([
  [RED, 1],
  [GREEN, 0],
])('%s: a saved case gives the same answer, in every format, with the same exit code', async (name, exitCode) => {
  const saved = await run('diagnose', logPath(name), '--json', '--save-case', 'case.json')
  expect(saved).toMatchObject({ stderr: '', exitCode })
  expect(await run('replay', 'case.json', '--json')).toEqual(saved)
  for (const format of ['text', 'markdown', 'html', 'sarif'])
    expect(await run('replay', 'case.json', '--format', format)).toEqual(
      await run('diagnose', logPath(name), '--format', format, '--save-case', 'again.json'),
    )
})

test('a case is for its owner alone', async () => {
  await run('diagnose', logPath(RED), '--save-case', 'case.json')
  expect(statSync(join(folder.path, 'case.json')).mode & 0o777).toBe(0o600)
})

test('a case that cannot be written', async () => {
  expect(await run('diagnose', logPath(RED), '--save-case', 'none/case.json')).toMatchObject({
    stdout: '',
    stderr: expect.stringMatching(/^✖ the case could not be written to none\/case\.json: ENOENT \[case-not-saved\]\n/),
    exitCode: 3,
  })
})

test('one case is not for several inputs', async () => {
  expect(await run('diagnose', logPath(RED), logPath(GREEN), '--save-case', 'case.json')).toMatchObject({
    stdout: '',
    exitCode: 2,
  })
})

describe('what is no case file is refused in one sentence', () => {
  test.each([
    ['nothing', '', 'case.json is no case file: it is not JSON'],
    ['a log', 'error: boom\n', 'case.json is no case file: it is not JSON'],
    ['another document', '{"schema":"sherpa.run/1"}', 'case.json is no case file: its schema is "sherpa.run/1"'],
    ['no document', '[1,2]', 'case.json is no case file: its schema is missing'],
    ['a part of one', '{"schema":"sherpa.case/1"}', 'case.json is a damaged case file: source is not what it should be'],
  ])('%s', async (_, text, message) => {
    writeFileSync(join(folder.path, 'case.json'), text)
    expect(await run('replay', 'case.json')).toEqual({
      stdout: '',
      stderr: `✖ ${message} [not-a-case]\nhint: save a case with sherpa diagnose … --save-case case.json\n`,
      exitCode: 2,
      signal: undefined,
    })
  })

  test('a case that somebody changed', async () => {
    await run('diagnose', logPath(RED), '--save-case', 'case.json')
    const file = JSON.parse(readFileSync(join(folder.path, 'case.json'), 'utf8'))
    file.logs[0].lines[0].n = 'first'
    writeFileSync(join(folder.path, 'case.json'), JSON.stringify(file))
    expect((await run('replay', 'case.json')).stderr).toContain('logs.0.lines.0.n is not what it should be')
  })

  test('a file that is not there', async () => {
    expect(await run('replay', 'none.json')).toMatchObject({
      stderr: '✖ none.json does not exist [case-not-read]\nhint: check the path\n',
      exitCode: 2,
    })
  })
})

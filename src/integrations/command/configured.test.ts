import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../../test/temp-folder.ts'
import type { CommandConfig } from '../../core/config/config.ts'
import { createCommands } from './configured.ts'

const command = (given: Partial<CommandConfig>): CommandConfig => ({
  run: ['true'],
  for: [],
  timeoutSeconds: 20,
  env: [],
  risk: 'low',
  ...given,
})

/** Runs one command in a folder of its own, with these variables beside PATH. */
async function run(given: Partial<CommandConfig>, folder: string, variables: Readonly<Record<string, string>> = {}) {
  const commands = createCommands(
    { mend: command(given) },
    {
      folder,
      variables: { PATH: process.env['PATH'], ...variables },
      redact: text => text.replaceAll('hunter2', '[hidden]'),
      hearSignals: () => () => {},
    },
  )
  return commands.run('mend', 'run')
}

test('the exit code tells, and the last lines, redacted', async () => {
  using folder = tempFolder()
  expect(await run({ run: ['sh', '-c', 'echo password hunter2; echo sorry >&2; exit 3'] }, folder.path)).toEqual({
    value: { exitCode: 3, output: 'password [hidden]\nsorry' },
  })
})

test('no shell reads the arguments', async () => {
  using folder = tempFolder()
  const hostile = '$(touch pwned); `touch pwned` | touch pwned > pwned'
  expect(await run({ run: ['printf', '%s', hostile] }, folder.path)).toEqual({ value: { exitCode: 0, output: hostile } })
})

test('it sees PATH and the variables that were named, and nothing else', async () => {
  using folder = tempFolder()
  const done = await run({ run: ['env'], env: ['REGION'] }, folder.path, { REGION: 'eu', TOKEN: 'secret', HOME: '/root' })
  expect(done.value?.output.split('\n').sort()).toEqual([`PATH=${process.env['PATH']}`, 'REGION=eu'])
})

test('it runs where it was told to', async () => {
  using folder = tempFolder()
  folder.write('inner/x', '')
  expect(await run({ run: ['pwd'], directory: 'inner' }, folder.path)).toMatchObject({
    value: { output: join(folder.path, 'inner') },
  })
})

test('after its time, all that it started is ended; it may have happened', async () => {
  using folder = tempFolder()
  const script = 'sleep 60 & echo $! >child; wait'
  expect(await run({ run: ['sh', '-c', script], timeoutSeconds: 1 }, folder.path)).toMatchObject({
    trouble: { code: 'command-too-slow', message: 'mend was ended after 1 s' },
    mayHaveHappened: true,
  })
  const child = Number(readFileSync(join(folder.path, 'child'), 'utf8'))
  expect(isRunning(child)).toBe(false)
})

/** Whom nobody buried does not run. */
function isRunning(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

test('what cannot be started surely did not happen', async () => {
  using folder = tempFolder()
  expect(await run({ run: ['no-such-program-here'] }, folder.path)).toEqual({
    trouble: { code: 'command-not-run', kind: 'world', message: 'mend did not run: there is no command no-such-program-here' },
    mayHaveHappened: false,
  })
})

test('much output costs little, and no half line is shown', async () => {
  using folder = tempFolder()
  const done = await run({ run: ['sh', '-c', 'yes hunter2 | head -n 200000; echo end'] }, folder.path)
  expect(done.value?.output.length).toBeLessThan(2001)
  expect(done.value?.output).toMatch(/^(?:\[hidden\]\n)+end$/)
})

test.each(['other', 'constructor', '__proto__'])('%s is no command', async name => {
  using folder = tempFolder()
  const surroundings = { folder: folder.path, variables: {}, redact: (text: string) => text, hearSignals: () => () => {} }
  const commands = createCommands({ mend: command({}) }, surroundings)
  expect(commands.find(name)).toBeNull()
  expect(await commands.run(name, 'run')).toMatchObject({ mayHaveHappened: false })
  expect(await commands.run('mend', 'undo')).toMatchObject({ mayHaveHappened: false })
})

import { join } from 'node:path'
import { execa } from 'execa'
import { expect, test } from 'vitest'

const CLI = join(import.meta.dirname, '../../dist/cli.js')

test('Ctrl-C ends with 130 and without a word', async () => {
  const running = execa(process.execPath, [CLI, 'rules', 'test', '-'], {
    stdin: 'pipe',
    reject: false,
    env: { NODE_OPTIONS: '' },
  })
  setTimeout(() => running.kill('SIGINT'), 1500)
  const { exitCode, stdout, stderr } = await running
  expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 130, stdout: '', stderr: '' })
})

test.skipIf(process.platform === 'win32')('SIGUSR1 opens no debugger', async () => {
  const running = execa(process.execPath, [CLI, 'rules', 'test', '-'], {
    stdin: 'pipe',
    reject: false,
    env: { NODE_OPTIONS: '' },
  })
  setTimeout(() => {
    running.kill('SIGUSR1')
    running.stdin.end('npm error code E404\n')
  }, 1500)
  const { stderr, signal } = await running
  expect({ stderr, signal }).toEqual({ stderr: '', signal: undefined })
})

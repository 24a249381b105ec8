import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.ts'
import { sherpa } from './sherpa.ts'

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder[Symbol.dispose]())

const run = (...args: string[]) => sherpa(args, { cwd: folder.path })
const written = () => readFileSync(join(folder.path, 'sherpa.yml'), 'utf8')

test('writes a sherpa.yml that the other commands accept', async () => {
  expect(await run('init')).toMatchObject({ stdout: expect.stringContaining('Wrote sherpa.yml'), stderr: '', exitCode: 0 })
  expect(written()).toContain('# rules:')
  expect(await run('rules', 'list')).toMatchObject({ stderr: '', exitCode: 0 })
})

test('does not replace what is there, unless told to', async () => {
  folder.write('sherpa.yml', 'version: 1\n')
  expect(await run('init')).toMatchObject({
    stdout: '',
    stderr: '✖ sherpa.yml is already there [config-exists]\nhint: use --force to replace it\n',
    exitCode: 2,
  })
  expect(written()).toBe('version: 1\n')
  expect(await run('init', '--force')).toMatchObject({ exitCode: 0 })
  expect(written()).toContain('# rules:')
})

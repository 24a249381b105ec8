import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.ts'
import { codeBlocks, ROOT } from './documents/code-blocks.ts'

/** A project that has sherpa installed, and the example of docs/library.md in it. */
const folder = tempFolder()
const project = folder.path

beforeAll(() => {
  mkdirSync(join(project, 'node_modules/@types'), { recursive: true })
  symlinkSync(ROOT, join(project, 'node_modules/sherpa-ci'))
  symlinkSync(join(ROOT, 'fixtures'), join(project, 'fixtures'))
  for (const name of ['node', '../undici-types'])
    symlinkSync(join(ROOT, 'node_modules/@types', name), join(project, 'node_modules/@types', name))
  folder.write('package.json', JSON.stringify({ type: 'module' }))
  folder.write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: { module: 'nodenext', target: 'es2022', strict: true, noEmit: true, types: ['node'] },
      files: ['example.ts'],
    }),
  )
  folder.write('example.ts', codeBlocks('docs/library.md', 'ts').join('\n'))
})
afterAll(() => folder[Symbol.dispose]())

describe('the example of docs/library.md', () => {
  test('says what broke', async () => {
    const { stdout, stderr } = await execa(process.execPath, ['example.ts'], { cwd: project })
    expect(stderr).toBe('')
    expect(stdout.split('\n')[0]).toContain('dependency')
    expect(stdout).toContain('ERESOLVE')
  })

  test('has the types that it promises, also for projects that check those of their packages', async () => {
    const { stdout, exitCode } = await execa(join(ROOT, 'node_modules/.bin/tsc'), [], { cwd: project, reject: false })
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 0 })
  })
})

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeBlocks, ROOT } from './documents/code-blocks.ts'

/** A project that has sherpa installed, and the example of docs/library.md in it. */
const project = mkdtempSync(join(tmpdir(), 'library-'))

beforeAll(() => {
  mkdirSync(join(project, 'node_modules/@types'), { recursive: true })
  symlinkSync(ROOT, join(project, 'node_modules/sherpa-ci'))
  symlinkSync(join(ROOT, 'fixtures'), join(project, 'fixtures'))
  for (const name of ['node', '../undici-types'])
    symlinkSync(join(ROOT, 'node_modules/@types', name), join(project, 'node_modules/@types', name))
  writeFileSync(join(project, 'package.json'), JSON.stringify({ type: 'module' }))
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { module: 'nodenext', target: 'es2022', strict: true, noEmit: true, types: ['node'] },
      files: ['example.ts'],
    }),
  )
  writeFileSync(join(project, 'example.ts'), codeBlocks('docs/library.md', 'ts').join('\n'))
})
afterAll(() => rmSync(project, { recursive: true }))

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

import { chmodSync, mkdirSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../../../test/temp-folder.ts'
import { codeFolder, isPrivate, makePrivate } from './code-folder.ts'

describe('codeFolder', () => {
  test.each([
    [{ HOME: '/home/ada' }, '/home/ada/.cache/sherpa/code'],
    [{ HOME: '/home/ada', XDG_CACHE_HOME: '/caches' }, '/caches/sherpa/code'],
    [{ HOME: '/home/ada', XDG_CACHE_HOME: 'here' }, '/home/ada/.cache/sherpa/code'],
    [{ HOME: '/home/ada', NODE_DISABLE_COMPILE_CACHE: '1' }, undefined],
    [{ HOME: '.' }, undefined],
    [{ HOME: '' }, undefined],
    [{}, undefined],
  ])('%j', (variables, folder) => {
    expect(codeFolder(variables)).toBe(folder)
  })
})

describe('makePrivate and isPrivate', () => {
  test('a folder made here is the user’s alone, with those above it', () => {
    using folder = tempFolder()
    const code = join(folder.path, 'sherpa', 'code')
    expect(isPrivate(code)).toBe(false)
    makePrivate(code)
    expect(isPrivate(code)).toBe(true)
    expect(statSync(join(folder.path, 'sherpa')).mode & 0o777).toBe(0o700)
  })

  test.each([0o777, 0o755, 0o710, 0o720])('a folder with mode %o is not', mode => {
    using folder = tempFolder()
    const code = join(folder.path, 'code')
    mkdirSync(code)
    chmodSync(code, mode)
    expect(isPrivate(code)).toBe(false)
  })

  test('nor is a link to one', () => {
    using folder = tempFolder()
    mkdirSync(join(folder.path, 'code'), { mode: 0o700 })
    symlinkSync(join(folder.path, 'code'), join(folder.path, 'link'))
    expect(isPrivate(join(folder.path, 'link'))).toBe(false)
  })
})

import { statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tempFolder } from '../../../../test/temp-folder.ts'
import { makeFolder } from './make-folder.ts'

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder[Symbol.dispose]())

test('a folder and those above it, twice', () => {
  const path = join(folder.path, 'a/b/c')
  makeFolder(path)
  makeFolder(path)
  expect(statSync(path).isDirectory()).toBe(true)
})

test('where none can be made, it is told', () => {
  symlinkSync('nowhere', join(folder.path, 'link'))
  for (const path of [join(folder.write('file', ''), 'a/b'), join(folder.path, 'link/a')])
    expect(() => makeFolder(path)).toThrow(expect.objectContaining({ code: 'store-unusable' }))
})

test.skipIf(process.platform !== 'linux')('a file system that takes no folders is told at once', () => {
  expect(() => makeFolder('/proc/self/foo/bar')).toThrow(
    expect.objectContaining({
      code: 'store-unusable',
      message: expect.stringMatching(/^\/proc\/self\/foo\/bar cannot be used: /),
    }),
  )
})

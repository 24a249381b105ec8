import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../../test/temp-folder.ts'
import { keep, readKept } from './kept-code.ts'

test('what is kept is read again, and by nobody else', () => {
  using folder = tempFolder()
  const path = join(folder.path, 'code', 'one')
  expect(readKept(path)).toBeUndefined()
  keep(path, Buffer.from('first'))
  keep(path, Buffer.from('second'))
  expect(readKept(path)?.toString()).toBe('second')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(folder.path, 'code'))).toEqual(['one'])
})

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['a bit that flipped', bytes => Buffer.from(bytes.map((byte, at) => (at === 2 ? byte ^ 1 : byte)))],
  ['an end that is missing', bytes => bytes.subarray(0, -1)],
  ['a half', bytes => bytes.subarray(0, 5)],
])('what is damaged is not believed: %s', (_, damage) => {
  using folder = tempFolder()
  const path = join(folder.path, 'code', 'one')
  keep(path, Buffer.from('first'))
  writeFileSync(path, damage(readFileSync(path)))
  expect(readKept(path)).toBeUndefined()
})

test('a folder that others may enter is neither read nor written', () => {
  using folder = tempFolder()
  const code = join(folder.path, 'code')
  mkdirSync(code)
  writeFileSync(join(code, 'one'), 'planted')
  chmodSync(code, 0o755)
  expect(readKept(join(code, 'one'))).toBeUndefined()
  keep(join(code, 'two'), Buffer.from('mine'))
  expect(readdirSync(code)).toEqual(['one'])
})

test('where nothing can be kept, nothing is said', () => {
  using folder = tempFolder()
  writeFileSync(join(folder.path, 'file'), '')
  keep(join(folder.path, 'file', 'code', 'one'), Buffer.from('lost'))
  expect(readKept(join(folder.path, 'file', 'code', 'one'))).toBeUndefined()
})

test('the oldest go', () => {
  using folder = tempFolder()
  const place = (name: string) => join(folder.path, 'code', name)
  for (const [second, name] of ['a', 'b', 'c', 'd', 'e'].entries()) {
    keep(place(name), Buffer.from(name))
    utimesSync(place(name), second, second)
  }
  keep(place('f'), Buffer.from('f'))
  expect(readdirSync(join(folder.path, 'code')).sort()).toEqual(['c', 'd', 'e', 'f'])
})

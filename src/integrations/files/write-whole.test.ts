import { execFileSync } from 'node:child_process'
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tempFolder } from '../../../test/temp-folder.ts'
import { writeWhole } from './write-whole.ts'

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder[Symbol.dispose]())

test('a file is replaced and keeps its mode', async () => {
  const path = folder.write('a.html', 'old')
  chmodSync(path, 0o640)
  await writeWhole(path, 'new')
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(statSync(path).mode & 0o777).toBe(0o640)
  expect(readdirSync(folder.path)).toEqual(['a.html'])
})

test('links stay links, even one that leads to what is not there yet', async () => {
  mkdirSync(join(folder.path, 'there'))
  const link = join(folder.path, 'link')
  symlinkSync('there/a.html', link)
  for (const text of ['one', 'two']) {
    await writeWhole(link, text)
    expect(readFileSync(join(folder.path, 'there/a.html'), 'utf8')).toBe(text)
  }
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
})

test.skipIf(process.platform === 'win32')('a pipe is written into', async () => {
  const pipe = join(folder.path, 'pipe')
  execFileSync('mkfifo', [pipe])
  const read = readFile(pipe, 'utf8')
  await writeWhole(pipe, 'through')
  expect(await read).toBe('through')
  expect(statSync(pipe).isFIFO()).toBe(true)
})

test.skipIf(process.platform !== 'linux')('a full device is a sentence', async () => {
  const link = join(folder.path, 'full')
  symlinkSync('/dev/full', link)
  await expect(writeWhole(link, 'text')).rejects.toMatchObject({
    code: 'file-not-written',
    message: `${link} could not be written: ENOSPC`,
  })
})

test('a folder, and one that is missing, are sentences', async () => {
  await expect(writeWhole(folder.path, 'text')).rejects.toMatchObject({ code: 'file-not-written' })
  await expect(writeWhole(join(folder.path, 'no/a'), 'text')).rejects.toMatchObject({ code: 'file-not-written' })
})

test('pieces that break off leave the file as it was', async () => {
  const path = folder.write('a', 'old')
  async function* broken() {
    yield 'new'
    throw new RangeError('no more')
  }
  await expect(writeWhole(path, broken())).rejects.toThrow('no more')
  expect(readFileSync(path, 'utf8')).toBe('old')
  expect(readdirSync(folder.path)).toEqual(['a'])
})

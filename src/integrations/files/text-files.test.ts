import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { tempFolder } from '../../../test/temp-folder.ts'
import { LIMITS } from './limits.ts'
import { readXmlFiles } from './text-files.ts'

test('files come by pattern, by folder and by name, each once and sorted', async () => {
  using folder = tempFolder()
  folder.write('b/TEST-b.xml', '<b/>')
  folder.write('a/deep/TEST-a.xml', '<a/>')
  folder.write('a/notes.txt', 'no report')
  const names = async (...patterns: string[]) =>
    (await readXmlFiles(patterns.map(pattern => join(folder.path, pattern)))).files.map(({ name, text }) => [
      name.slice(name.lastIndexOf('/') + 1),
      text,
    ])
  expect(await names('**/*.xml')).toEqual([
    ['TEST-a.xml', '<a/>'],
    ['TEST-b.xml', '<b/>'],
  ])
  expect(await names('a', 'b/TEST-b.xml', 'b')).toEqual([
    ['TEST-a.xml', '<a/>'],
    ['TEST-b.xml', '<b/>'],
  ])
})

test('a pattern without files is a mistake worth telling', async () => {
  using folder = tempFolder()
  await expect(readXmlFiles([join(folder.path, '*.xml')])).rejects.toMatchObject({ code: 'no-reports', kind: 'usage' })
})

test('a file that is too large or no text is left out with a note; a compressed one is read', async () => {
  using folder = tempFolder()
  folder.write('1.xml', `<a>${'x'.repeat(2000)}</a>`)
  folder.write('2.xml', Buffer.alloc(500))
  folder.write('3.xml', gzipSync('<c/>'))
  const { files, notes } = await readXmlFiles([join(folder.path, '*.xml')], { limits: { ...LIMITS, textBytes: 1000 } })
  expect([files.map(file => file.text), notes.map(note => note.code)]).toEqual([['<c/>'], ['input-too-large', 'input-not-a-log']])
})

import { expect, test } from 'vitest'
import { type DocumentText, documentTexts } from './document-texts.ts'

async function read(pieces: readonly string[], longest?: number): Promise<DocumentText[]> {
  async function* chunks() {
    for (const piece of pieces) yield new TextEncoder().encode(piece)
  }
  const found: DocumentText[] = []
  for await (const document of documentTexts(chunks(), longest)) found.push(document)
  return found
}

test('a document a line, however the stream is cut; blank lines are counted and skipped', async () => {
  const expected = [
    { text: '{"a":1}', line: 1 },
    { text: '{"b":"é"}', line: 4 },
  ]
  expect(await read(['{"a":1}\n\n  \n{"b":"é"}\n'])).toEqual(expected)
  expect(await read([...'{"a":1}\n\n  \n{"b":"é"}'])).toEqual(expected)
})

test('a stream whose first line does not end a document is one', async () => {
  expect(await read(['{\n  "a": 1\n}\n'])).toEqual([{ text: '{\n  "a": 1\n}', line: 1 }])
})

test('a line that is too long is passed over, the next ones are not', async () => {
  const trouble = expect.stringContaining('the document is longer than')
  expect(await read([`${'x'.repeat(30)}\n{"a":1}\n`], 20)).toEqual([
    { trouble, line: 1 },
    { text: '{"a":1}', line: 2 },
  ])
})

test('nothing is no document', async () => {
  expect(await read([])).toEqual([])
  expect(await read(['\n'])).toEqual([])
})

import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

test.each([
  ['reprot', ['report', 'redact', 'rules'], 'report'],
  ['Rules', ['report', 'rules'], 'rules'],
  ['polcy', ['policy'], 'policy'],
  ['npm/eresolv', ['npm/e404', 'npm/eresolve'], 'npm/eresolve'],
  ['zzz', ['format', 'highlights'], undefined],
  ['', ['a', 'bb'], 'a'],
  ['x', [], undefined],
])('%s among %j is %s', (word, known, expected) => {
  expect(nearest(word, known)).toBe(expected)
})

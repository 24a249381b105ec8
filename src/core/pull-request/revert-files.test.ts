import { expect, test } from 'vitest'
import type { FileEntry } from '../ports/pull-requests.ts'
import { revertFiles } from './revert-files.ts'

/** `a=1 b=2x c=3l`: paths with a blob; x is a program, l a link. */
const files = (text: string): ReadonlyMap<string, FileEntry> =>
  new Map(
    text.split(' ').flatMap(one => {
      const [, path = '', blob = '', kind = ''] = /^(\w)=(\d)([xl]?)$/.exec(one) ?? []
      return path === '' ? [] : [[path, { blob, mode: { x: '100755', l: '120000' }[kind] ?? '100644' }] as const]
    }),
  )

test.each<[string, string, string, string, object]>([
  ['changed', 'a=1 b=1', 'a=2 b=1', 'a=2 b=9', { edits: [{ path: 'a', entry: { blob: '1', mode: '100644' } }] }],
  ['added', '', 'a=1', 'a=1', { edits: [{ path: 'a', gone: true }] }],
  ['removed', 'a=1l', '', 'b=1', { edits: [{ path: 'a', entry: { blob: '1', mode: '120000' } }] }],
  ['made a program', 'a=1', 'a=1x', 'a=1x', { edits: [{ path: 'a', entry: { blob: '1', mode: '100644' } }] }],
  ['nothing', 'a=1', 'a=1', 'a=2', { edits: [] }],
  ['changed since', 'a=1 b=1', 'a=2 b=2', 'a=3 b=2', { conflicts: ['a'] }],
  ['taken back since', 'a=1', 'a=2', 'a=1', { conflicts: ['a'] }],
  ['made a program since', 'a=1', 'a=2', 'a=2x', { conflicts: ['a'] }],
  ['removed, and there again', 'a=1', '', 'a=1', { conflicts: ['a'] }],
])('%s', (_, before, after, now, expected) => {
  expect(revertFiles(files(before), files(after), files(now))).toEqual(expected)
})

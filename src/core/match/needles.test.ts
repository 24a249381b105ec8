import { expect, test } from 'vitest'
import { indexNeedles, readNeedles, storeNeedles } from './needles.ts'

const OWNERS = [{ needles: ['npm ERR!', '✖ '] }, { needles: [] }, { needles: ['E:'] }]

test('each literal knows its owner', () => {
  const { owners, ownerOf } = indexNeedles(OWNERS)
  expect([owners, ...ownerOf]).toEqual([3, 0, 0, 2])
})

test('stored needles are the same needles again', () => {
  const needles = indexNeedles(OWNERS)
  expect(readNeedles(storeNeedles(needles))).toEqual(needles)
})

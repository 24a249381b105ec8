import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPruner } from './prune-trees.ts'
import { sumTrees, type Trees } from './trees.ts'

/** One tree: is the first number more than 1? If so, is the second more than 5? */
const TREES: Trees = {
  bias: 0.5,
  roots: Int32Array.of(0),
  feature: Int8Array.of(0, -1, 1, -1, -1),
  threshold: Float32Array.of(1, 10, 5, 20, 30),
  left: Int32Array.of(1, 0, 3, 0, 0),
}
const WIDTH = 2

const columnsOf = (rows: readonly (readonly number[])[]) =>
  Float32Array.from([0, 1].flatMap(feature => rows.map(row => row[feature] as number)))

const sizeFor = (...rows: number[][]) => {
  const pruned = createPruner(TREES, WIDTH)(columnsOf(rows), 0, rows.length)
  const follow = (node: number): number =>
    (pruned.feature[node] as number) < 0 ? 1 : 1 + follow(pruned.left[node] as number) + follow((pruned.left[node] as number) + 1)
  return follow(pruned.roots[0] as number)
}

describe('what remains of a tree of five nodes', () => {
  test.each([
    [
      'the leaf to which all come',
      [
        [1, 9],
        [0, 0],
      ],
      1,
    ],
    [
      'the question that is open',
      [
        [2, 9],
        [3, 0],
      ],
      3,
    ],
    [
      'a question less',
      [
        [1, 9],
        [2, 8],
      ],
      3,
    ],
    [
      'all of it',
      [
        [0, 0],
        [2, 5],
        [2, 6],
      ],
      5,
    ],
  ])('%s', (_, rows, size) => {
    expect(sizeFor(...rows)).toBe(size)
  })
})

test('rows have the same sums', () => {
  const row = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 4, max: 6 }))
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 9 }), fc.array(row, { maxLength: 3 }), (rows, before) => {
      const columns = columnsOf([...before, ...rows])
      const count = before.length + rows.length
      const prune = createPruner(TREES, WIDTH)
      prune(columns, 0, before.length)
      const pruned = prune(columns, before.length, count)
      for (let i = before.length; i < count; i++) {
        expect(sumTrees(pruned, columns, i, count)).toBe(sumTrees(TREES, columns, i, count))
      }
    }),
  )
})

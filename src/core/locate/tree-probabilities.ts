import { createPruner } from './prune-trees.ts'
import { probability, sumTrees, type Trees } from './trees.ts'

/** Rows that are asked the same questions. Neighbours in a log are much alike: of a tree's five questions one is left. */
const ALIKE = 64

/** One probability for each row of a table of `width` columns, which stand one after the other; none has NaN. */
export function treeProbabilities(trees: Trees, table: Float32Array, width: number): Float32Array {
  const probabilities = new Float32Array(table.length / width)
  const prune = createPruner(trees, width)
  for (let from = 0; from < probabilities.length; from += ALIKE) {
    const to = Math.min(from + ALIKE, probabilities.length)
    const pruned = prune(table, from, to)
    for (let i = from; i < to; i++) probabilities[i] = probability(sumTrees(pruned, table, i, probabilities.length))
  }
  return probabilities
}

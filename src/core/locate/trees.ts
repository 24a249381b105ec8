/**
 * Gradient-boosted regression trees (Friedman, "Greedy Function Approximation", Annals of Statistics 29, 2001): the sum of
 * many small trees is a log-odds. Nodes lie in flat arrays; a leaf has feature -1 and its value in `threshold`.
 */
export interface Trees {
  readonly bias: number
  /** Index of each tree's first node. */
  readonly roots: Int32Array
  readonly feature: Int8Array
  /** Go left where the feature is at most this. */
  readonly threshold: Float32Array
  /** The left child; the right one follows it. */
  readonly left: Int32Array
}

/** Log-odds for one row of features, which begins at `offset`. */
export function sumTrees(trees: Trees, row: Float32Array, offset: number): number {
  let sum = trees.bias
  for (const root of trees.roots) {
    let node = root
    let feature = trees.feature[node] as number
    while (feature >= 0) {
      const right = (row[offset + feature] as number) > (trees.threshold[node] as number) ? 1 : 0
      node = (trees.left[node] as number) + right
      feature = trees.feature[node] as number
    }
    sum += trees.threshold[node] as number
  }
  return sum
}

/** Log-odds → probability. */
export const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))

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

/** Log-odds for one row of features: the first stands at `offset`, each other one `step` further on. */
export function sumTrees(
  { bias, roots, feature, threshold, left }: Trees,
  features: Float32Array,
  offset: number,
  step = 1,
): number {
  let sum = bias
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] as number
    for (let asked = feature[node] as number; asked >= 0; asked = feature[node] as number) {
      const right = (features[offset + asked * step] as number) > (threshold[node] as number) ? 1 : 0
      node = (left[node] as number) + right
    }
    sum += threshold[node] as number
  }
  return sum
}

/** Log-odds → probability. */
export const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))

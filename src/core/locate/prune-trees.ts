import type { Trees } from './trees.ts'

/** Trees without the questions to which all rows of `rows[start, end)` give the same answer; the next call overwrites them. */
export type Prune = (rows: Float32Array, start: number, end: number) => Trees

/** For rows of `width` numbers, none of which is NaN. */
export function createPruner({ bias, roots, feature, threshold, left }: Trees, width: number): Prune {
  const least = new Float32Array(width)
  const most = new Float32Array(width)
  /** Of each node that is left, which it was. */
  const source = new Int32Array(feature.length)
  const pruned = {
    bias,
    roots: new Int32Array(roots.length),
    feature: new Int8Array(feature.length),
    threshold: new Float32Array(feature.length),
    left: new Int32Array(feature.length),
  }

  /** The first node from here on whose question is open, or the leaf to which all rows come. */
  function open(from: number): number {
    let node = from
    for (let asked = feature[node] as number; asked >= 0; asked = feature[node] as number) {
      const limit = threshold[node] as number
      if ((most[asked] as number) <= limit) node = left[node] as number
      else if ((least[asked] as number) > limit) node = (left[node] as number) + 1
      else break
    }
    return node
  }

  return (rows, start, end) => {
    bounds(rows, start, end, least, most)
    let last = 0
    for (let tree = 0; tree < roots.length; tree++) {
      pruned.roots[tree] = last
      let node = last
      source[last++] = open(roots[tree] as number)
      for (; node < last; node++) {
        const was = source[node] as number
        pruned.feature[node] = feature[was] as number
        pruned.threshold[node] = threshold[was] as number
        if ((feature[was] as number) < 0) continue
        pruned.left[node] = last
        source[last++] = open(left[was] as number)
        source[last++] = open((left[was] as number) + 1)
      }
    }
    return pruned
  }
}

/** The least and the most of each feature. */
function bounds(rows: Float32Array, start: number, end: number, least: Float32Array, most: Float32Array) {
  least.fill(Number.POSITIVE_INFINITY)
  most.fill(Number.NEGATIVE_INFINITY)
  for (let row = start; row < end; row += least.length) {
    for (let i = 0; i < least.length; i++) {
      const value = rows[row + i] as number
      if (value < (least[i] as number)) least[i] = value
      if (value > (most[i] as number)) most[i] = value
    }
  }
}

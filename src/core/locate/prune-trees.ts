import type { Trees } from './trees.ts'

/** Trees without the questions to which the rows from `start` to before `end` all give the same answer; the next call overwrites them. */
export type Prune = (columns: Float32Array, start: number, end: number) => Trees

/** For tables of `width` columns without NaN. */
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

  return (columns, start, end) => {
    bounds(columns, start, end, least, most)
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
function bounds(columns: Float32Array, start: number, end: number, least: Float32Array, most: Float32Array) {
  const rows = columns.length / least.length
  for (let feature = 0; feature < least.length; feature++) {
    let low = Number.POSITIVE_INFINITY
    let high = Number.NEGATIVE_INFINITY
    for (let i = feature * rows + start; i < feature * rows + end; i++) {
      const value = columns[i] as number
      if (value < low) low = value
      if (value > high) high = value
    }
    least[feature] = low
    most[feature] = high
  }
}

/** Fits boosted trees on histograms of features (Ke et al., "LightGBM", NIPS 2017: best-first growth, 255 bins, second-order gains). */
import type { Trees } from '../../src/core/locate/trees.ts'
import { randomSource } from './dataset.ts'

export interface BoostOptions {
  readonly width: number
  readonly trees: number
  readonly leaves: number
  readonly rate: number
  readonly minWeight: number
  readonly lambda: number
}

interface Leaf {
  readonly rows: Int32Array
  readonly gradient: number
  readonly hessian: number
  split?: Split | undefined
  node: number
}

interface Split {
  readonly feature: number
  readonly bin: number
  readonly gain: number
}

const BINS = 64
/**
 * The share that each tree sees, drawn anew: trees that see less agree less, and their sum depends less on single logs
 * (Friedman, "Stochastic Gradient Boosting", Computational Statistics & Data Analysis 38, 2002).
 */
const ROWS_SEEN = 0.7
const FEATURES_SEEN = 0.6

/** `rows` holds `width` values a row; `weights` say how much each row counts. */
export function boost(rows: Float32Array, labels: Uint8Array, weights: Float32Array, options: BoostOptions): Trees {
  const count = labels.length
  const { binned, edges } = bin(rows, count, options.width)
  const positive = labels.reduce((sum, y, i) => sum + y * (weights[i] as number), 0)
  const all = weights.reduce((sum, w) => sum + w, 0)
  const bias = Math.log((positive + 1) / (all - positive + 1))
  const scores = new Float32Array(count).fill(bias)
  const gradients = new Float32Array(count)
  const hessians = new Float32Array(count)
  const random = randomSource(1)
  const roots: number[] = []
  const nodes: { feature: number; threshold: number; left: number }[] = []

  for (let tree = 0; tree < options.trees; tree++) {
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-(scores[i] as number)))
      gradients[i] = (p - (labels[i] as number)) * (weights[i] as number)
      hessians[i] = Math.max(1e-6, p * (1 - p)) * (weights[i] as number)
    }
    roots.push(nodes.length)
    nodes.push({ feature: -1, threshold: 0, left: 0 })
    const seen = Int32Array.from({ length: count }, (_, i) => i).filter(() => random() < ROWS_SEEN)
    const features = Array.from({ length: options.width }, (_, i) => i).filter(() => random() < FEATURES_SEEN)
    const first = nodes.length - 1
    const leaves = [leafOf(seen, first, gradients, hessians)]
    find(leaves[0] as Leaf, features)
    while (leaves.length < options.leaves) {
      const best = leaves.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a))
      if (!best.split || best.split.gain <= 1e-6) break
      const { feature, bin: at } = best.split
      const goesLeft = (row: number) => (binned[feature * count + row] as number) <= at
      const left = nodes.length
      nodes[best.node] = { feature, threshold: (edges[feature] as Float32Array)[at] as number, left }
      nodes.push({ feature: -1, threshold: 0, left: 0 }, { feature: -1, threshold: 0, left: 0 })
      const halves = [
        leafOf(best.rows.filter(goesLeft), left, gradients, hessians),
        leafOf(
          best.rows.filter(row => !goesLeft(row)),
          left + 1,
          gradients,
          hessians,
        ),
      ]
      leaves.splice(leaves.indexOf(best), 1, ...halves)
      for (const half of halves) find(half, features)
    }
    for (const leaf of leaves) {
      const value = (-leaf.gradient / (leaf.hessian + options.lambda)) * options.rate
      nodes[leaf.node] = { feature: -1, threshold: value, left: 0 }
    }
    for (let i = 0; i < count; i++) {
      let at = first
      for (let node = nodes[at]; node && node.feature >= 0; node = nodes[at]) {
        const goesLeft = (rows[i * options.width + node.feature] as number) <= node.threshold
        at = goesLeft ? node.left : node.left + 1
      }
      scores[i] = (scores[i] as number) + (nodes[at]?.threshold ?? 0)
    }
  }
  return {
    bias,
    roots: Int32Array.from(roots),
    feature: Int8Array.from(nodes, node => node.feature),
    threshold: Float32Array.from(nodes, node => node.threshold),
    left: Int32Array.from(nodes, node => node.left),
  }

  function find(leaf: Leaf, features: readonly number[]) {
    let best: Split = { feature: -1, bin: 0, gain: 0 }
    const g = new Float64Array(BINS)
    const h = new Float64Array(BINS)
    const parent = (leaf.gradient * leaf.gradient) / (leaf.hessian + options.lambda)
    for (const feature of features) {
      g.fill(0)
      h.fill(0)
      const column = feature * count
      for (const row of leaf.rows) {
        const b = binned[column + row] as number
        g[b] = (g[b] as number) + (gradients[row] as number)
        h[b] = (h[b] as number) + (hessians[row] as number)
      }
      let gl = 0
      let hl = 0
      for (let b = 0; b < BINS - 1; b++) {
        gl += g[b] as number
        hl += h[b] as number
        const gr = leaf.gradient - gl
        const hr = leaf.hessian - hl
        if (hl < options.minWeight || hr < options.minWeight) continue
        const gain = (gl * gl) / (hl + options.lambda) + (gr * gr) / (hr + options.lambda) - parent
        if (gain > best.gain) best = { feature, bin: b, gain }
      }
    }
    leaf.split = best.feature < 0 ? undefined : best
  }
}

function leafOf(rows: Int32Array, node: number, gradients: Float32Array, hessians: Float32Array): Leaf {
  let gradient = 0
  let hessian = 0
  for (const row of rows) {
    gradient += gradients[row] as number
    hessian += hessians[row] as number
  }
  return { rows, gradient, hessian, node }
}

/** Cuts each feature at its quantiles. A value lies in the first bin whose edge is not below it. */
function bin(rows: Float32Array, count: number, width: number) {
  const binned = new Uint8Array(count * width)
  const edges: Float32Array[] = []
  for (let feature = 0; feature < width; feature++) {
    const values = new Float32Array(count)
    for (let i = 0; i < count; i++) values[i] = rows[i * width + feature] as number
    const sorted = Float32Array.from(new Set(Float32Array.from(values).sort()))
    const distinct = sorted.length <= BINS - 1 ? sorted : quantiles(Float32Array.from(values).sort())
    const edge = new Float32Array(BINS).fill(Number.POSITIVE_INFINITY)
    for (let b = 0; b < BINS - 1; b++)
      if (b < distinct.length - 1) edge[b] = ((distinct[b] as number) + (distinct[b + 1] as number)) / 2
    edges.push(edge)
    for (let i = 0; i < count; i++) {
      let low = 0
      let high = BINS - 1
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((edge[middle] as number) < (values[i] as number)) low = middle + 1
        else high = middle
      }
      binned[feature * count + i] = low
    }
  }
  return { binned, edges }
}

const quantiles = (sorted: Float32Array) =>
  Float32Array.from(
    new Set(Array.from({ length: BINS - 1 }, (_, b) => sorted[Math.floor(((b + 0.5) / (BINS - 1)) * sorted.length)] as number)),
  )

import { LINE_FEATURES, LINE_WIDTH } from './line-features.ts'

/** A second look: the first opinion of a line, of its neighbours, and of the run of suspicious lines it stands in. */
const CONTEXT_FEATURES = [
  'p',
  'above1',
  'above2',
  'above3',
  'above4',
  'below1',
  'below2',
  'below3',
  'below4',
  'max',
  'sum',
  'runLength',
  'runSum',
  'runMax',
  'runRank',
  'runShare',
  'inRun',
  'runs',
  'runOrder',
  'runOrderEnd',
  'toRun',
  'toMax',
  'loose',
  'looseLength',
  'looseSum',
  'looseRank',
] as const

const CARRIED = [
  'toEnd',
  'position',
  'cause',
  'inCause',
  'inSummary',
  'symptom',
  'inFailedTest',
  'keyword',
  'blank',
  'toVerdict',
  'inFailedCommand',
  'inFailedStep',
  'total',
  'firstCause',
  'lastCause',
  'text',
  'frame',
  'repeats',
  'severity',
  'exception',
  'sign',
  'expectation',
  'numbered',
] as const

export const CONTEXT_WIDTH = CONTEXT_FEATURES.length + CARRIED.length

const STRICT = 0.25
const LOOSE = 0.08
const GAP = 2
const log2 = (x: number) => Math.log2(1 + Math.max(0, x))

interface Run {
  readonly start: number
  readonly end: number
  readonly sum: number
  readonly max: number
}

/** One row of {@link CONTEXT_WIDTH} values for each line, from first opinions (probabilities) and the rows they came from. */
export function contextFeatures(first: Float32Array, lineRows: Float32Array): Float32Array {
  const count = first.length
  const rows = new Float32Array(count * CONTEXT_WIDTH)
  const strict = runsOf(first, STRICT)
  const loose = runsOf(first, LOOSE)
  const strictRank = ranks(strict)
  const looseRank = ranks(loose)
  const max = first.reduce((a, b) => Math.max(a, b), 0)
  const sum = first.reduce((a, b) => a + b, 0)
  const p = (i: number) => first[i] ?? 0
  const carried = CARRIED.map(name => LINE_FEATURES.indexOf(name))
  let s = 0
  let l = 0
  for (let i = 0; i < count; i++) {
    while (s < strict.length - 1 && (strict[s] as Run).end < i) s++
    while (l < loose.length - 1 && (loose[l] as Run).end < i) l++
    const run = strict[s]
    const around = loose[l]
    const inside = run !== undefined && run.start <= i && i <= run.end
    const insideLoose = around !== undefined && around.start <= i && i <= around.end
    let at = i * CONTEXT_WIDTH
    rows[at++] = p(i)
    for (let near = 1; near <= 4; near++) rows[at++] = p(i - near)
    for (let near = 1; near <= 4; near++) rows[at++] = p(i + near)
    rows[at++] = max
    rows[at++] = log2(sum)
    rows[at++] = inside ? log2(run.end - run.start + 1) : -1
    rows[at++] = inside ? log2(run.sum) : -1
    rows[at++] = inside ? run.max : -1
    rows[at++] = inside ? (strictRank[s] as number) : -1
    rows[at++] = inside ? run.sum / sum : -1
    rows[at++] = inside ? 1 : 0
    rows[at++] = log2(strict.length)
    rows[at++] = s
    rows[at++] = strict.length - s
    rows[at++] = run ? log2(Math.min(Math.abs(i - run.start), Math.abs(i - run.end))) : -1
    rows[at++] = max - p(i)
    rows[at++] = insideLoose ? 1 : 0
    rows[at++] = insideLoose ? log2(around.end - around.start + 1) : -1
    rows[at++] = insideLoose ? log2(around.sum) : -1
    rows[at++] = insideLoose ? (looseRank[l] as number) : -1
    for (let k = 0; k < carried.length; k++) rows[at++] = lineRows[i * LINE_WIDTH + (carried[k] as number)] as number
  }
  return rows
}

/** Stretches of lines above a threshold, bridging short gaps. */
function runsOf(values: Float32Array, threshold: number): Run[] {
  const runs: Run[] = []
  let start = -1
  let last = -1
  let sum = 0
  let max = 0
  const flush = () => {
    if (start >= 0) runs.push({ start, end: last, sum, max })
    start = -1
  }
  values.forEach((value, i) => {
    if (value < threshold) return
    if (start >= 0 && i - last > GAP + 1) flush()
    if (start < 0) {
      start = i
      sum = 0
      max = 0
    }
    last = i
    sum += value
    max = Math.max(max, value)
  })
  flush()
  return runs
}

/** Place of each run when the largest sum comes first. */
function ranks(runs: readonly Run[]): Int32Array {
  const order = runs.map((_, i) => i).sort((a, b) => (runs[b] as Run).sum - (runs[a] as Run).sum)
  const rank = new Int32Array(runs.length)
  order.forEach((run, place) => {
    rank[run] = place
  })
  return rank
}

import { LINE_FEATURES } from './line-features.ts'

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

/** A table like that of {@link lineFeatures}, from first opinions (probabilities) and the table they came from. */
export function contextFeatures(first: Float32Array, lineTable: Float32Array): Float32Array {
  const count = first.length
  const table = new Float32Array(count * CONTEXT_WIDTH)
  const columns = Object.fromEntries(
    CONTEXT_FEATURES.map((name, i) => [name, table.subarray(i * count, (i + 1) * count)]),
  ) as Columns
  firstOpinions(first, columns)
  runsAround(first, columns)
  CARRIED.forEach((name, i) => {
    const from = LINE_FEATURES.indexOf(name) * count
    table.set(lineTable.subarray(from, from + count), (CONTEXT_FEATURES.length + i) * count)
  })
  return table
}

type Columns = Readonly<Record<(typeof CONTEXT_FEATURES)[number], Float32Array>>

function firstOpinions(first: Float32Array, columns: Columns) {
  const count = first.length
  columns.p.set(first)
  const [above, below] = [
    [columns.above1, columns.above2, columns.above3, columns.above4],
    [columns.below1, columns.below2, columns.below3, columns.below4],
  ]
  above.forEach((column, i) => {
    column.set(first.subarray(0, Math.max(0, count - i - 1)), Math.min(count, i + 1))
  })
  below.forEach((column, i) => {
    column.set(first.subarray(i + 1))
  })
  const max = first.reduce((a, b) => Math.max(a, b), 0)
  columns.max.fill(max)
  columns.sum.fill(log2(first.reduce((a, b) => a + b, 0)))
  for (let i = 0; i < count; i++) columns.toMax[i] = max - (first[i] as number)
}

function runsAround(first: Float32Array, columns: Columns) {
  const { runLength, runSum, runMax, runRank, runShare, inRun, runOrder, runOrderEnd, toRun } = columns
  const { loose, looseLength, looseSum, looseRank } = columns
  const strictRuns = runsOf(first, STRICT)
  const looseRuns = runsOf(first, LOOSE)
  const strictRanks = ranks(strictRuns)
  const looseRanks = ranks(looseRuns)
  const sum = first.reduce((a, b) => a + b, 0)
  for (const column of [runLength, runSum, runMax, runRank, runShare, toRun, looseLength, looseSum, looseRank]) column.fill(-1)
  columns.runs.fill(log2(strictRuns.length))
  let s = 0
  let l = 0
  for (let i = 0; i < first.length; i++) {
    while (s < strictRuns.length - 1 && (strictRuns[s] as Run).end < i) s++
    while (l < looseRuns.length - 1 && (looseRuns[l] as Run).end < i) l++
    runOrder[i] = s
    runOrderEnd[i] = strictRuns.length - s
    const run = strictRuns[s]
    if (run) toRun[i] = log2(Math.min(Math.abs(i - run.start), Math.abs(i - run.end)))
    if (run && run.start <= i && i <= run.end) {
      inRun[i] = 1
      runLength[i] = log2(run.end - run.start + 1)
      runSum[i] = log2(run.sum)
      runMax[i] = run.max
      runRank[i] = strictRanks[s] as number
      runShare[i] = run.sum / sum
    }
    const around = looseRuns[l]
    if (around && around.start <= i && i <= around.end) {
      loose[i] = 1
      looseLength[i] = log2(around.end - around.start + 1)
      looseSum[i] = log2(around.sum)
      looseRank[i] = looseRanks[l] as number
    }
  }
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

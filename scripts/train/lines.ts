/** Fits the line models in three stages; each stage learns from what the stage before says of projects it has not seen. */
import { CONTEXT_WIDTH, contextFeatures } from '../../src/core/locate/context-features.ts'
import { LINE_WIDTH, lineFeatures } from '../../src/core/locate/line-features.ts'
import type { LineModels } from '../../src/core/locate/score-lines.ts'
import { textScores } from '../../src/core/locate/text-model.ts'
import { treeProbabilities } from '../../src/core/locate/tree-probabilities.ts'
import type { Trees } from '../../src/core/locate/trees.ts'
import { boost } from './boost.ts'
import type { crossFit } from './cross-fit.ts'
import { type Example, randomSource } from './dataset.ts'
import { trainTextModel } from './logistic.ts'

type Rows = ReadonlyMap<Example, Float32Array>
type TreeSize = { readonly trees: number; readonly leaves: number; readonly rate: number }

const LINE_TREES: TreeSize = { trees: 140, leaves: 28, rate: 0.07 }
const CONTEXT_TREES: TreeSize = { trees: 80, leaves: 16, rate: 0.07 }
/** Sources whose marks are exact enough to learn from. A log that stands here twice, with and without its green one, counts once. */
const SOURCES = new Set(['cidiff', 'logchunks', 'pytorch-classify', 'treeherder', 'logsage'])
const isMarked = ({ row, gold, evidence }: Example) =>
  SOURCES.has(row.source) && gold.includes(1) && (row.passLog === undefined || evidence.baseline !== undefined)

export interface LineStages {
  readonly lineRows: Rows
  readonly contextRows: Rows
  readonly second: Rows
  readonly models: ReadonlyMap<Example, LineModels>
}

/** Out-of-project answers of every stage. */
export function lineStages(examples: readonly Example[], cross: typeof crossFit): LineStages {
  const text = cross(
    examples,
    inside => trainTextModel(inside.filter(isMarked)),
    (example, model) => textScores(example.evidence.lines, model),
  )
  const lineRows = new Map(
    examples.map(example => [example, lineFeatures(example.evidence, text.answers.get(example) as Float32Array)]),
  )
  const line = cross(
    examples,
    inside => fitTrees(inside, lineRows, LINE_WIDTH, LINE_TREES),
    (example, trees) => treeProbabilities(trees, lineRows.get(example) as Float32Array, LINE_WIDTH),
  )
  const contextRows = new Map(
    examples.map(example => [
      example,
      contextFeatures(line.answers.get(example) as Float32Array, lineRows.get(example) as Float32Array),
    ]),
  )
  const context = cross(
    examples,
    inside => fitTrees(inside, contextRows, CONTEXT_WIDTH, CONTEXT_TREES),
    (example, trees) => treeProbabilities(trees, contextRows.get(example) as Float32Array, CONTEXT_WIDTH),
  )
  const modelsOf = (example: Example) => ({
    text: text.models.get(example) as LineModels['text'],
    line: line.models.get(example) as Trees,
    context: context.models.get(example) as Trees,
  })
  return {
    lineRows,
    contextRows,
    second: context.answers,
    models: new Map(examples.map(example => [example, modelsOf(example)])),
  }
}

/** The models to ship: fitted on everything, each stage on the out-of-project answers of the one before. */
export const fitLines = (examples: readonly Example[], { lineRows, contextRows }: LineStages): LineModels => ({
  text: trainTextModel(examples.filter(isMarked)),
  line: fitTrees(examples, lineRows, LINE_WIDTH, LINE_TREES),
  context: fitTrees(examples, contextRows, CONTEXT_WIDTH, CONTEXT_TREES),
})

const NEAR = 10
const NEAR_KEPT = 0.5
const FAR_KEPT = 300
const LOG_WEIGHT = 4

function fitTrees(examples: readonly Example[], rows: Rows, width: number, size: TreeSize): Trees {
  const random = randomSource(2)
  const chosen = examples.filter(isMarked).map(example => {
    const near = nearMarks(example.gold)
    const far = Math.min(1, FAR_KEPT / example.gold.length)
    const weightOf = (i: number) => (example.gold[i] ? 1 : near[i] ? 1 / NEAR_KEPT : 1 / far)
    const indices = Array.from(example.gold.keys()).filter(i => random() * weightOf(i) < 1)
    return { example, indices, weightOf }
  })
  const count = chosen.reduce((sum, { indices }) => sum + indices.length, 0)
  const matrix = new Float32Array(count * width)
  const labels = new Uint8Array(count)
  const weights = new Float32Array(count)
  let at = 0
  for (const { example, indices, weightOf } of chosen) {
    const features = rows.get(example) as Float32Array
    const marked = example.gold.reduce((sum, y) => sum + y, 0)
    const weight = Math.sqrt(LOG_WEIGHT / (LOG_WEIGHT + marked))
    for (const i of indices) {
      for (let k = 0; k < width; k++) matrix[at * width + k] = features[k * example.gold.length + i] as number
      labels[at] = example.gold[i] as number
      weights[at++] = weight * weightOf(i)
    }
  }
  return boost(matrix, labels, weights, { width, minWeight: 3, lambda: 5, ...size })
}

function nearMarks(gold: Uint8Array): Uint8Array {
  const near = new Uint8Array(gold.length)
  for (const [i, y] of gold.entries()) if (y) near.fill(1, Math.max(0, i - NEAR), i + NEAR + 1)
  return near
}

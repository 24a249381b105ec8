import { isNovel } from '../log/baseline.ts'
import type { ExcerptLine } from '../model/case-file.ts'
import { CONTEXT_WIDTH, contextFeatures } from './context-features.ts'
import { type Evidence, LINE_WIDTH, lineFeatures } from './line-features.ts'
import { type TextModel, textScores } from './text-model.ts'
import { treeProbabilities } from './tree-probabilities.ts'
import type { Trees } from './trees.ts'

/** What is needed to weigh lines; a part of the learned models. */
export interface LineModels {
  readonly text: TextModel
  readonly line: Trees
  readonly context: Trees
}

/** Every line with the probability that a person would mark it as explaining the failure. */
export function scoreLines(evidence: Evidence, models: LineModels): ExcerptLine[] {
  const scores = lineProbabilities(evidence, models)
  return withScores(evidence, scores)
}

/** Lines as a case file keeps them. */
export const withScores = ({ lines, baseline }: Evidence, scores: Float32Array): ExcerptLine[] =>
  lines.map(({ n, text, timeMs, echo, mark }, i) => {
    const novel = baseline ? isNovel({ n, text }, baseline) : undefined
    return {
      n,
      text,
      ...(timeMs === undefined ? {} : { timeMs }),
      ...(echo ? { echo } : {}),
      ...(mark ? { mark } : {}),
      score: Math.round((scores[i] as number) * (novel === false ? KNOWN : 1) * 1e4) / 1e4,
      ...(novel ? { novel } : {}),
    }
  })

/** What remains of a line's score when green logs print it, too. */
const KNOWN = 0.1

function lineProbabilities(evidence: Evidence, { text, line, context }: LineModels): Float32Array {
  const lineTable = lineFeatures(evidence, textScores(evidence.lines, text))
  const first = treeProbabilities(line, lineTable, LINE_WIDTH)
  return treeProbabilities(context, contextFeatures(first, lineTable), CONTEXT_WIDTH)
}

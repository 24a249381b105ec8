import type { LogLine } from '../model/log.ts'
import { lineTokens, TOKEN_BITS } from './tokens.ts'

/** Logistic regression on the words of a line and, with weights of their own, of the lines just above and below it. */
export interface TextModel {
  readonly bias: number
  readonly self: Float32Array
  readonly above: Float32Array
  readonly below: Float32Array
}

export const emptyTextModel = (): TextModel => {
  const space = 1 << TOKEN_BITS
  return { bias: 0, self: new Float32Array(space), above: new Float32Array(space), below: new Float32Array(space) }
}

/** Log-odds, for each line, that it explains a failure, from words alone. */
export function textScores(lines: readonly LogLine[], model: TextModel): Float32Array {
  const scores = new Float32Array(lines.length).fill(model.bias)
  lines.forEach((line, i) => {
    const tokens = lineTokens(line.text)
    const share = 1 / Math.sqrt(tokens.length)
    let self = 0
    let above = 0
    let below = 0
    for (let k = 0; k < tokens.length; k++) {
      const token = tokens[k] as number
      self += model.self[token] as number
      above += model.above[token] as number
      below += model.below[token] as number
    }
    scores[i] = (scores[i] as number) + self * share
    if (i + 1 < lines.length) scores[i + 1] = (scores[i + 1] as number) + above * share
    if (i > 0) scores[i - 1] = (scores[i - 1] as number) + below * share
  })
  return scores
}

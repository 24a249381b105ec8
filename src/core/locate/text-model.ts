import type { LogLine } from '../model/log.ts'
import { MAX_TOKENS, TOKEN_BITS, writeTokens } from './tokens.ts'

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
  const tokens = new Int32Array(MAX_TOKENS)
  for (let i = 0; i < lines.length; i++) {
    const count = writeTokens((lines[i] as LogLine).text, tokens)
    const share = 1 / Math.sqrt(count)
    let self = 0
    let above = 0
    let below = 0
    for (let k = 0; k < count; k++) {
      const token = tokens[k] as number
      self += model.self[token] as number
      above += model.above[token] as number
      below += model.below[token] as number
    }
    scores[i] = (scores[i] as number) + self * share
    if (i + 1 < lines.length) scores[i + 1] = (scores[i + 1] as number) + above * share
    if (i > 0) scores[i - 1] = (scores[i - 1] as number) + below * share
  }
  return scores
}

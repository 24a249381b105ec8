import { lineTokens } from '../locate/tokens.ts'
import type { CaseFile } from '../model/case-file.ts'

/** Size of the vector of hashed words. */
export const WORD_SPACE = 1 << 12
const BEST_LINES = 25

/** The words of the most telling lines of a case, hashed, weighted by how telling their lines are, of unit length. */
export function caseWords(file: CaseFile): Map<number, number> {
  const lines = file.logs
    .flatMap(log => log.lines)
    .filter(line => line.text.trim() !== '' && !line.echo)
    .sort((a, b) => b.score - a.score)
    .slice(0, BEST_LINES)
  const words = new Map<number, number>()
  for (const line of lines) {
    const weight = 0.2 + line.score
    for (const token of new Set(lineTokens(line.text)))
      words.set(token % WORD_SPACE, (words.get(token % WORD_SPACE) ?? 0) + weight)
  }
  for (const [word, weight] of words) words.set(word, Math.log1p(weight))
  const length = Math.sqrt([...words.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1
  for (const [word, weight] of words) words.set(word, weight / length)
  return words
}

/** One linear model a class over {@link caseWords}: `weights` holds {@link WORD_SPACE} values a class. */
export interface WordModel {
  readonly classes: number
  readonly bias: Float32Array
  readonly weights: Float32Array
}

/** Log-odds of each class, from words alone. */
export const wordScores = (words: ReadonlyMap<number, number>, { classes, bias, weights }: WordModel): Float32Array =>
  Float32Array.from({ length: classes }, (_, k) => {
    let sum = bias[k] as number
    words.forEach((weight, word) => {
      sum += weight * (weights[k * WORD_SPACE + word] as number)
    })
    return sum
  })

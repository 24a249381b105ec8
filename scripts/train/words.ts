import { LOG_CATEGORIES } from '../../src/core/classify/category-features.ts'
import { WORD_SPACE, type WordModel } from '../../src/core/classify/words.ts'

interface Sample {
  readonly words: ReadonlyMap<number, number>
  /** Index into LOG_CATEGORIES. */
  readonly label: number
}

const EPOCHS = 40
const RATE = 2
const DECAY = 1e-4

/** Multinomial logistic regression by plain gradient steps; classes count by the root of their size. */
export function trainWords(samples: readonly Sample[]): WordModel {
  const classes = LOG_CATEGORIES.length
  const weights = new Float32Array(classes * WORD_SPACE)
  const sizes = new Float32Array(classes)
  for (const { label } of samples) sizes[label] = (sizes[label] as number) + 1
  const bias = Float32Array.from(sizes, size => Math.log((size + 1) / (samples.length + classes)))
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = RATE / (1 + epoch * 0.2)
    for (const { words, label } of samples) {
      const scores = Float64Array.from({ length: classes }, (_, k) => {
        let sum = bias[k] as number
        for (const [word, weight] of words) sum += weight * (weights[k * WORD_SPACE + word] as number)
        return sum
      })
      const max = scores.reduce((a, b) => Math.max(a, b))
      const all = scores.reduce((sum, score) => sum + Math.exp(score - max), 0)
      for (let k = 0; k < classes; k++) {
        const error = Math.exp((scores[k] as number) - max) / all - (k === label ? 1 : 0)
        if (Math.abs(error) < 1e-3) continue
        for (const [word, weight] of words) {
          const at = k * WORD_SPACE + word
          weights[at] = (weights[at] as number) * (1 - DECAY) - rate * error * weight
        }
      }
    }
  }
  return { classes, bias, weights }
}

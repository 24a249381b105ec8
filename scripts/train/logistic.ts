/** Fits the text model: logistic regression on hashed words by AdaGrad (Duchi et al., JMLR 12, 2011). */
import { emptyTextModel, type TextModel } from '../../src/core/locate/text-model.ts'
import { lineTokens } from '../../src/core/locate/tokens.ts'
import { type Example, randomSource } from './dataset.ts'

interface Sample {
  readonly self: readonly number[]
  readonly above: readonly number[]
  readonly below: readonly number[]
  readonly y: number
  readonly weight: number
}

const EPOCHS = 4
const RATE = 0.25
const DECAY = 2e-6

export function trainTextModel(examples: readonly Example[]): TextModel {
  const random = randomSource(1)
  const samples = examples.flatMap(example => sample(example, random))
  const model = emptyTextModel()
  const parts = [model.self, model.above, model.below] as const
  const squares = parts.map(part => new Float32Array(part.length).fill(1e-3))
  let bias = 0
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(samples, random)
    for (const { self, above, below, y, weight } of samples) {
      const words = [self, above, below] as const
      let z = bias
      words.forEach((tokens, k) => {
        const part = parts[k] as Float32Array
        let sum = 0
        for (const token of tokens) sum += part[token] as number
        z += sum / Math.sqrt(tokens.length)
      })
      const error = (1 / (1 + Math.exp(-z)) - y) * weight
      bias -= 0.01 * error
      words.forEach((tokens, k) => {
        const part = parts[k] as Float32Array
        const square = squares[k] as Float32Array
        const share = error / Math.sqrt(tokens.length)
        for (const token of tokens) {
          const step = share + DECAY * (part[token] as number)
          square[token] = (square[token] as number) + step * step
          part[token] = (part[token] as number) - (RATE * step) / Math.sqrt(square[token] as number)
        }
      })
    }
  }
  return { ...model, bias }
}

/** Every marked line, and of the others a share near the marks and a share of the rest. */
function sample({ evidence: { lines }, gold }: Example, random: () => number): Sample[] {
  const tokens = lines.map(line => lineTokens(line.text))
  const marked = gold.reduce((sum, one) => sum + one, 0)
  if (marked === 0) return []
  const keep = Math.min(1, 600 / lines.length)
  return lines.flatMap((_, i) => {
    const y = gold[i] as number
    if (!y && random() > keep) return []
    const none = tokens[0] as number[]
    return [
      {
        self: tokens[i] as number[],
        above: tokens[i - 1] ?? none,
        below: tokens[i + 1] ?? none,
        y,
        weight: y ? Math.min(4, 20 / marked + 0.3) : 1 / keep > 4 ? 2 : 1,
      },
    ]
  })
}

function shuffle<T>(list: T[], random: () => number) {
  for (let i = list.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1))
    const held = list[i] as T
    list[i] = list[k] as T
    list[k] = held
  }
}

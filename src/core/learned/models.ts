import { CATEGORY_WIDTH, LOG_CATEGORIES } from '../classify/category-features.ts'
import { TRANSIENT_WIDTH } from '../classify/transient-features.ts'
import { WORD_SPACE, type WordModel } from '../classify/words.ts'
import { CANDIDATE_WIDTH } from '../locate/candidate-features.ts'
import { CONTEXT_WIDTH } from '../locate/context-features.ts'
import { LINE_WIDTH } from '../locate/line-features.ts'
import type { RuleRecords } from '../locate/rule-records.ts'
import type { TextModel } from '../locate/text-model.ts'
import { TOKEN_BITS } from '../locate/tokens.ts'
import type { Trees } from '../locate/trees.ts'
import {
  decodeFloats,
  decodeQuantised,
  decodeTrees,
  encodeFloats,
  encodeQuantised,
  encodeTrees,
  type PackedTrees,
  type Quantised,
} from './packing.ts'

/** Everything that was learned from labelled logs. */
export interface Models {
  /** Lines from words. */
  readonly text: TextModel
  /** Lines from words, place, rules and novelty. */
  readonly line: Trees
  /** Lines from the first opinions around them. */
  readonly context: Trees
  /** Which candidate is the root. */
  readonly candidate: Trees
  /** How reliable each rule has been. */
  readonly records: RuleRecords
  /** Categories from words. */
  readonly words: WordModel
  /** Categories from candidates and words. */
  readonly category: Trees
  /** Whether a re-run passes. */
  readonly transient: Trees
  /** Raw confidence → calibrated, as `[raw, calibrated]` corners of a rising line. */
  readonly confidence: readonly (readonly [number, number])[]
  readonly transience: readonly (readonly [number, number])[]
}

/** The same as plain JSON: what `weights.json` holds. */
export interface PackedModels {
  /** Widths of the feature rows the trees were grown on; other widths mean that the weights are stale. */
  readonly shape: readonly number[]
  readonly text: { readonly bias: number; readonly self: Quantised; readonly above: Quantised; readonly below: Quantised }
  readonly line: PackedTrees
  readonly context: PackedTrees
  readonly candidate: PackedTrees
  readonly records: RuleRecords
  readonly words: { readonly bias: string; readonly weights: Quantised }
  readonly category: PackedTrees
  readonly transient: PackedTrees
  readonly confidence: readonly (readonly [number, number])[]
  readonly transience: readonly (readonly [number, number])[]
}

const SHAPE = [
  1 << TOKEN_BITS,
  LINE_WIDTH,
  CONTEXT_WIDTH,
  CANDIDATE_WIDTH,
  WORD_SPACE,
  LOG_CATEGORIES.length,
  CATEGORY_WIDTH,
  TRANSIENT_WIDTH,
]

export function unpackModels(packed: PackedModels): Models {
  if (packed.shape.join() !== SHAPE.join()) throw new Error('the learned weights do not fit this code: run `npm run train`')
  const { text, words } = packed
  return {
    text: {
      bias: text.bias,
      self: decodeQuantised(text.self),
      above: decodeQuantised(text.above),
      below: decodeQuantised(text.below),
    },
    line: decodeTrees(packed.line),
    context: decodeTrees(packed.context),
    candidate: decodeTrees(packed.candidate),
    records: packed.records,
    words: { classes: LOG_CATEGORIES.length, bias: decodeFloats(words.bias), weights: decodeQuantised(words.weights) },
    category: decodeTrees(packed.category),
    transient: decodeTrees(packed.transient),
    confidence: packed.confidence,
    transience: packed.transience,
  }
}

export function packModels(models: Models): PackedModels {
  const { text, words } = models
  return {
    shape: SHAPE,
    text: {
      bias: text.bias,
      self: encodeQuantised(text.self),
      above: encodeQuantised(text.above),
      below: encodeQuantised(text.below),
    },
    line: encodeTrees(models.line),
    context: encodeTrees(models.context),
    candidate: encodeTrees(models.candidate),
    records: models.records,
    words: { bias: encodeFloats(words.bias), weights: encodeQuantised(words.weights) },
    category: encodeTrees(models.category),
    transient: encodeTrees(models.transient),
    confidence: models.confidence,
    transience: models.transience,
  }
}

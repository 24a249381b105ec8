import type { Ranked } from '../locate/rank.ts'
import { probability, sumTrees, type Trees } from '../locate/trees.ts'
import type { CaseFile } from '../model/case-file.ts'
import type { Category } from '../model/category.ts'
import { calibrate } from './calibrate.ts'
import { CATEGORY_WIDTH, categoryFeatures, LOG_CATEGORIES } from './category-features.ts'
import { transientFeatures } from './transient-features.ts'
import { caseWords, type WordModel, wordScores } from './words.ts'

/** What is needed to classify; a part of the learned models. */
export interface CategoryModels {
  readonly words: WordModel
  readonly category: Trees
  readonly transient: Trees
  readonly confidence: readonly (readonly [number, number])[]
  readonly transience: readonly (readonly [number, number])[]
}

export interface Classification {
  readonly category: Category
  /** Calibrated probability that the category is right. */
  readonly confidence: number
  /** Probability that a plain re-run of the same commit passes. */
  readonly transient: number
  /** A probability for each of LOG_CATEGORIES. */
  readonly categories: Float32Array
}

/** One category for the whole case, how sure, and whether a re-run would help. */
export function classify(file: CaseFile, ranked: readonly Ranked[], models: CategoryModels): Classification {
  const categories = categoryProbabilities(categoryFeatures(ranked, wordScores(caseWords(file), models.words)), models.category)
  const best = categories.indexOf(categories.reduce((a, b) => Math.max(a, b), 0))
  const transient = probability(sumTrees(models.transient, transientFeatures(file, ranked, categories), 0))
  return {
    category: LOG_CATEGORIES[best] ?? 'unknown',
    confidence: calibrate(categories[best] ?? 0, models.confidence),
    transient: calibrate(transient, models.transience),
    categories,
  }
}

/** Each category's own odds, made to add up to one. */
export function categoryProbabilities(rows: Float32Array, trees: Trees): Float32Array {
  const odds = Float32Array.from(LOG_CATEGORIES, (_, k) => Math.exp(sumTrees(trees, rows, k * CATEGORY_WIDTH)))
  const all = odds.reduce((sum, one) => sum + one, 0)
  return odds.map(one => one / all)
}

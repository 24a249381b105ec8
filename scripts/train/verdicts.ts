/** Fits what comes after the lines: which candidate is the root, which category, whether a re-run passes. */
import { CATEGORY_WIDTH, categoryFeatures, LOG_CATEGORIES } from '../../src/core/classify/category-features.ts'
import { categoryProbabilities } from '../../src/core/classify/classify.ts'
import { TRANSIENT_WIDTH, transientFeatures } from '../../src/core/classify/transient-features.ts'
import { caseWords, type WordModel, wordScores } from '../../src/core/classify/words.ts'
import type { Models } from '../../src/core/learned/models.ts'
import { CANDIDATE_WIDTH } from '../../src/core/locate/candidate-features.ts'
import { type Candidate, candidatesOf } from '../../src/core/locate/candidates.ts'
import { orderRanked, type Ranked, type RankModels } from '../../src/core/locate/rank.ts'
import { recall } from '../../src/core/locate/rule-records.ts'
import { probability, sumTrees, type Trees } from '../../src/core/locate/trees.ts'
import type { CaseFile } from '../../src/core/model/case-file.ts'
import type { Category } from '../../src/core/model/category.ts'
import { boost } from './boost.ts'
import { calibrationCorners } from './calibration.ts'
import type { crossFit } from './cross-fit.ts'
import type { Example } from './dataset.ts'
import { recordsOf, sightingsOf } from './records.ts'
import { trainWords } from './words.ts'

type Cases = ReadonlyMap<Example, CaseFile>
type VerdictModels = Pick<Models, 'candidate' | 'records' | 'words' | 'category' | 'transient' | 'confidence' | 'transience'>

export interface VerdictStages {
  readonly candidates: ReadonlyMap<Example, readonly Candidate[]>
  readonly ranked: ReadonlyMap<Example, readonly Ranked[]>
  readonly words: ReadonlyMap<Example, ReadonlyMap<number, number>>
  readonly categoryRows: ReadonlyMap<Example, Float32Array>
  readonly transientRows: ReadonlyMap<Example, Float32Array>
  readonly confidence: Models['confidence']
  readonly transience: Models['transience']
  readonly models: ReadonlyMap<Example, VerdictModels>
}

export function verdictStages(examples: readonly Example[], cases: Cases, cross: typeof crossFit): VerdictStages {
  const candidates = new Map(examples.map(example => [example, candidatesOf(cases.get(example) as CaseFile)]))
  const rank = cross(
    examples,
    inside => fitCandidates(inside, candidates),
    (example, { candidate: trees, records }) => {
      const list = (candidates.get(example) ?? []).map(candidate => ({ ...candidate, features: candidate.features.slice() }))
      recall(list, records)
      return orderRanked(list.map(candidate => ({ candidate, rank: sumTrees(trees, candidate.features, 0) })))
    },
  )
  const words = new Map(examples.map(example => [example, caseWords(cases.get(example) as CaseFile)]))
  const spoken = cross(
    examples,
    inside => fitWords(inside, words),
    (example, model) => wordScores(words.get(example) as Map<number, number>, model),
  )
  const categoryRows = new Map(
    examples.map(example => [
      example,
      categoryFeatures(rank.answers.get(example) ?? [], spoken.answers.get(example) as Float32Array),
    ]),
  )
  const category = cross(
    examples,
    inside => fitCategories(inside, categoryRows),
    (example, trees) => categoryProbabilities(categoryRows.get(example) as Float32Array, trees),
  )
  const transientRows = new Map(
    examples.map(example => [
      example,
      transientFeatures(
        cases.get(example) as CaseFile,
        rank.answers.get(example) ?? [],
        category.answers.get(example) as Float32Array,
      ),
    ]),
  )
  const transient = cross(
    examples,
    inside => fitTransient(inside, transientRows),
    (example, trees) => probability(sumTrees(trees, transientRows.get(example) as Float32Array, 0)),
  )
  const confidenceOf = (list: readonly Example[]) =>
    calibrationCorners(
      list.filter(isCategorised).map(example => {
        const probabilities = category.answers.get(example) as Float32Array
        const best = probabilities.indexOf(Math.max(...probabilities))
        return [probabilities[best] as number, accepted(example).includes(LOG_CATEGORIES[best] as string) ? 1 : 0] as const
      }),
    )
  const transienceOf = (list: readonly Example[]) =>
    calibrationCorners(
      list
        .filter(isTransientKnown)
        .map(example => [transient.answers.get(example) as number, example.row.label?.transient === 'likely' ? 1 : 0] as const),
    )
  const corners = cross(
    examples,
    inside => ({ confidence: confidenceOf(inside), transience: transienceOf(inside) }),
    () => null,
  )
  const modelsOf = (example: Example): VerdictModels => ({
    ...(rank.models.get(example) as RankModels),
    words: spoken.models.get(example) as WordModel,
    category: category.models.get(example) as Trees,
    transient: transient.models.get(example) as Trees,
    ...(corners.models.get(example) as Pick<VerdictModels, 'confidence' | 'transience'>),
  })
  return {
    candidates,
    ranked: rank.answers,
    words,
    categoryRows,
    transientRows,
    confidence: confidenceOf(examples),
    transience: transienceOf(examples),
    models: new Map(examples.map(example => [example, modelsOf(example)])),
  }
}

/** The models to ship. */
export const fitVerdicts = (examples: readonly Example[], _cases: Cases, stages: VerdictStages): VerdictModels => ({
  ...fitCandidates(examples, stages.candidates),
  words: fitWords(examples, stages.words),
  category: fitCategories(examples, stages.categoryRows),
  transient: fitTransient(examples, stages.transientRows),
  confidence: stages.confidence,
  transience: stages.transience,
})

/** Ranks by trees whose features include the rules' records; while they are fitted, a project's own logs are not in its records. */
function fitCandidates(examples: readonly Example[], candidates: VerdictStages['candidates']): RankModels {
  const sightings = sightingsOf(examples, candidates)
  const rows: { features: Float32Array; y: number; weight: number }[] = []
  for (const [group, members] of Map.groupBy(examples.filter(isPointed), example => example.group)) {
    const records = recordsOf(sightings, group)
    for (const example of members) {
      const list = candidates.get(example) ?? []
      recall(list, records)
      const weight = (GITHUB.has(example.row.source) ? 3 : 1) / Math.sqrt(Math.max(1, list.length))
      for (const candidate of list)
        rows.push({ features: candidate.features.slice(), y: touches(candidate, example) ? 1 : 0, weight })
    }
  }
  const candidate = boostRows(rows, CANDIDATE_WIDTH, { trees: 90, leaves: 8, rate: 0.08, minWeight: 2, lambda: 3 })
  return { candidate, records: recordsOf(sightings, null) }
}

/** The few logs of the CI that most people use. */
const GITHUB = new Set(['pytorch-classify', 'logsage'])
const isPointed = ({ row }: Example) => (row.root?.length ?? 0) > 0
const touches = ({ lines: [start, end] }: Candidate, { row }: Example) =>
  (row.root ?? []).some(([a, b]) => start <= b && end >= a)

/** Labels as the log alone can show them. */
const accepted = ({ row }: Example): string[] =>
  row.label ? [row.label.category === 'flaky_test' ? 'test' : row.label.category] : []
const isCategorised = (example: Example) => LOG_CATEGORIES.includes(accepted(example)[0] as Category)
const isTransientKnown = ({ row }: Example) => row.label?.transient === 'likely' || row.label?.transient === 'unlikely'

const fitWords = (examples: readonly Example[], words: VerdictStages['words']): WordModel =>
  trainWords(
    examples.filter(isCategorised).map(example => ({
      words: words.get(example) as ReadonlyMap<number, number>,
      label: LOG_CATEGORIES.indexOf(accepted(example)[0] as Category),
    })),
  )

function fitCategories(examples: readonly Example[], all: VerdictStages['categoryRows']): Trees {
  const rows = examples.filter(isCategorised).flatMap(example => {
    const matrix = all.get(example) as Float32Array
    const second = example.row.label?.second
    return LOG_CATEGORIES.map((category, k) => ({
      features: matrix.subarray(k * CATEGORY_WIDTH, (k + 1) * CATEGORY_WIDTH),
      y: accepted(example)[0] === category ? 1 : 0,
      weight: category === second ? 0.3 : 1,
    }))
  })
  return boostRows(rows, CATEGORY_WIDTH, { trees: 100, leaves: 6, rate: 0.07, minWeight: 2, lambda: 4 })
}

function fitTransient(examples: readonly Example[], all: VerdictStages['transientRows']): Trees {
  const rows = examples.filter(isTransientKnown).map(example => ({
    features: all.get(example) as Float32Array,
    y: example.row.label?.transient === 'likely' ? 1 : 0,
    weight: 1,
  }))
  return boostRows(rows, TRANSIENT_WIDTH, { trees: 60, leaves: 4, rate: 0.07, minWeight: 2, lambda: 4 })
}

function boostRows(
  rows: readonly { features: Float32Array; y: number; weight: number }[],
  width: number,
  options: Omit<Parameters<typeof boost>[3], 'width'>,
): Trees {
  const matrix = new Float32Array(rows.length * width)
  for (const [i, row] of rows.entries()) matrix.set(row.features, i * width)
  return boost(
    matrix,
    Uint8Array.from(rows, row => row.y),
    Float32Array.from(rows, row => row.weight),
    { width, ...options },
  )
}

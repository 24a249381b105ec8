import { CANDIDATE_FEATURES } from '../locate/candidate-features.ts'
import { candidateCategory } from '../locate/candidates.ts'
import type { Ranked } from '../locate/rank.ts'
import { CATEGORIES, type Category } from '../model/category.ts'

/** Categories that a log alone can show; `flaky_test` needs history, `unknown` is what is left. */
export const LOG_CATEGORIES: readonly Category[] = CATEGORIES.filter(
  category => category !== 'flaky_test' && category !== 'unknown',
)

const FEATURES = [
  'best',
  'bestCause',
  'bestSummary',
  'second',
  'gap',
  'isTop',
  'count',
  'share',
  'topIsLines',
  'words',
  'wordsGap',
  'wordsRank',
  'topRank',
  'firstCause',
  'lastCause',
  'failedTests',
  'order',
  'symptom',
  'agreed',
  'topAgreed',
] as const

/** Values a pair of case and category: those above, then which category it is. */
export const CATEGORY_WIDTH = FEATURES.length + LOG_CATEGORIES.length

const AT = Object.fromEntries(FEATURES.map((name, i) => [name, i])) as Record<(typeof FEATURES)[number], number>
const NOTHING = -9

/** For each of {@link LOG_CATEGORIES}, what speaks for it: a row of {@link CATEGORY_WIDTH} values each. `ranked` is in order. */
export function categoryFeatures(ranked: readonly Ranked[], words: Float32Array): Float32Array {
  const rows = new Float32Array(LOG_CATEGORIES.length * CATEGORY_WIDTH)
  const top = ranked[0]
  const bestWords = words.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const share = softmaxShare(ranked)
  const failedTests = new Set(ranked.flatMap(({ candidate }) => (candidate.kind === 'test' ? [candidate.test.name] : []))).size
  const byPlace = ranked.filter(isCause).sort((a, b) => a.candidate.lines[0] - b.candidate.lines[0])
  LOG_CATEGORIES.forEach((category, k) => {
    const mine = ranked.filter(({ candidate }) => candidateCategory(candidate) === category)
    const set = (name: keyof typeof AT, value: number) => {
      rows[k * CATEGORY_WIDTH + AT[name]] = value
    }
    const best = mine[0]?.rank ?? NOTHING
    set('best', best)
    set('bestCause', mine.find(isCause)?.rank ?? NOTHING)
    set('bestSummary', mine.find(hasRole('summary'))?.rank ?? NOTHING)
    set('symptom', mine.find(hasRole('symptom'))?.rank ?? NOTHING)
    set('second', mine[1]?.rank ?? NOTHING)
    set('gap', (ranked.find(({ candidate }) => ![category, null].includes(candidateCategory(candidate)))?.rank ?? NOTHING) - best)
    set('isTop', top && candidateCategory(top.candidate) === category ? 1 : 0)
    set('count', Math.log2(1 + mine.length))
    set('share', share.get(category) ?? 0)
    set('topIsLines', top?.candidate.kind === 'lines' ? 1 : 0)
    set('topRank', top?.rank ?? NOTHING)
    set('words', words[k] as number)
    set('wordsGap', bestWords - (words[k] as number))
    set('wordsRank', words.filter(score => score > (words[k] as number)).length)
    set('firstCause', byPlace[0] && candidateCategory(byPlace[0].candidate) === category ? 1 : 0)
    set('lastCause', byPlace.length && candidateCategory((byPlace.at(-1) as Ranked).candidate) === category ? 1 : 0)
    set(
      'order',
      ranked.findIndex(({ candidate }) => candidateCategory(candidate) === category),
    )
    set('agreed', Math.max(NOTHING, ...mine.slice(0, 3).map(agreement)))
    set('topAgreed', top ? agreement(top) : 0)
    set('failedTests', Math.log2(1 + failedTests))
    rows[k * CATEGORY_WIDTH + FEATURES.length + k] = 1
  })
  return rows
}

const AGREED = CANDIDATE_FEATURES.indexOf('agreed')
const agreement = ({ candidate }: Ranked) => candidate.features[AGREED] as number
const hasRole =
  (role: 'cause' | 'summary' | 'symptom') =>
  ({ candidate }: Ranked) =>
    candidate.kind === 'match' && candidate.match.role === role
const isCause = hasRole('cause')

/** How the candidates' weight is spread over categories. */
function softmaxShare(ranked: readonly Ranked[]): Map<Category, number> {
  const share = new Map<Category, number>()
  const max = ranked[0]?.rank ?? 0
  let all = 0
  const seen = new Set<string>()
  for (const { candidate, rank } of ranked) {
    const category = candidateCategory(candidate)
    const key = candidate.kind === 'match' ? candidate.match.rule : `${candidate.kind}`
    if (!category || seen.has(key)) continue
    seen.add(key)
    const weight = Math.exp(rank - max)
    all += weight
    share.set(category, (share.get(category) ?? 0) + weight)
  }
  for (const [category, weight] of share) share.set(category, weight / all)
  return share
}

import { LOG_CATEGORIES } from '../classify/category-features.ts'
import type { Category } from '../model/category.ts'
import { type Candidate, candidateCategory } from './candidates.ts'
import { isSymptom, type Ranked } from './rank.ts'

/** A ranked candidate, weighed by how well it agrees with the category of the case; log-odds. */
export interface Weighed extends Ranked {
  readonly weight: number
}

const FLOOR = 0.02
/** Lines that no rule knows explain less than a rule that is about as likely. */
const NAMELESS = 0.05
/** Symptoms come last; of two that are about as likely, the one that says what is wrong comes first. */
const PENALTIES = { cause: 0, summary: 0.7, symptom: 100 }

/** All candidates, heaviest first. `categories` are the probabilities of `LOG_CATEGORIES`. */
export function weigh(ranked: readonly Ranked[], categories: ArrayLike<number>): Weighed[] {
  const likelihood = (of: Category | null) => (of === null ? NAMELESS : (categories[LOG_CATEGORIES.indexOf(of)] ?? 0))
  const penalty = (candidate: Candidate) => (candidate.kind === 'match' ? PENALTIES[candidate.match.role] : 0)
  return ranked
    .map(one => ({
      ...one,
      weight: one.rank + Math.log(likelihood(candidateCategory(one.candidate)) + FLOOR) - penalty(one.candidate),
    }))
    .sort((a, b) => b.weight - a.weight)
}

/** The root: the heaviest that speaks for the category, or for none. Symptoms only where there is nothing else. */
export function rootOf(weighed: readonly Weighed[], category: Category): Weighed | undefined {
  const speaksFor = (one: Weighed) => [category, null].includes(candidateCategory(one.candidate)) && !isSymptom(one)
  const best = weighed.find(speaksFor) ?? weighed[0]
  return best && lastAttempt(best, weighed)
}

/** How much less the last telling may weigh than the first; log-odds. */
const SAME_MARGIN = 1.5

/** What was recognised again when it was tried again is shown where it failed last. */
function lastAttempt(root: Weighed, weighed: readonly Weighed[]): Weighed {
  const said = saying(root.candidate)
  if (said === undefined) return root
  const isSame = ({ candidate, weight }: Weighed) =>
    saying(candidate) === said && candidate.log === root.candidate.log && weight > root.weight - SAME_MARGIN
  return weighed.filter(isSame).reduce((last, one) => (startOf(one) > startOf(last) ? one : last), root)
}

const startOf = ({ candidate }: Weighed) => candidate.lines[0]

function saying(candidate: Candidate): string | undefined {
  if (candidate.kind === 'match') return `${candidate.match.rule} ${candidate.match.title}`
  return candidate.kind === 'test' ? candidate.test.name : undefined
}

const MAX_SPAN = 60

/** The root's lines, and what was recognised right beside them: one failure is often told in several ways at one place. */
export function withNeighbours({ log, lines }: Candidate, ranked: readonly Ranked[]): readonly [number, number] {
  let [start, end] = lines
  const others = ranked.filter(one => one.candidate.log === log && one.candidate.kind !== 'lines' && !isSymptom(one))
  for (let grown = true; grown; ) {
    grown = false
    for (const { candidate } of others) {
      const [from, to] = [Math.min(start, candidate.lines[0]), Math.max(end, candidate.lines[1])]
      const touches = candidate.lines[0] <= end + 2 && candidate.lines[1] >= start - 2
      if (!touches || to - from > MAX_SPAN || (from === start && to === end)) continue
      start = from
      end = to
      grown = true
    }
  }
  return [start, end]
}

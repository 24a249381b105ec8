import type { Unit } from './metrics.ts'
import type { Shift } from './shifts.ts'
import { bytesWords, durationWords, numberWords, percentWords, timeWords } from './words.ts'

/** A shift in one sentence: what was observed, what was expected, since when, and how sure that is. */
export function sentenceOf({ series: { metric, points }, finding, end }: Shift): string {
  const { kind, index, observed, expected, score } = finding
  const [seen, usual] = [valueWords(observed, metric.unit), valueWords(expected, metric.unit)]
  const when = runWords(points[index])
  const until = end === null ? '' : ` until ${runWords(points[end])}`
  const verb = finding.direction === 'up' ? 'rose' : 'fell'
  const sure = `${score >= 0.995 ? 'over 99' : Math.round(score * 100)} % sure`
  const times = factor(observed, expected)
  if (kind === 'spread') return `${metric.title} scatters by ±${seen} instead of ±${usual} since ${when}${until}; ${sure}.`
  if (kind === 'point') return `${metric.title} was ${seen} where ${usual} is usual${times} in ${when}; ${sure}.`
  if (kind === 'unusual') return `${metric.title} was ${seen} ${insteadOf(finding.detector, usual)}${times} in ${when}; ${sure}.`
  return `${metric.title} ${verb} from ${usual} to ${seen}${times} since ${when}${until}; ${sure}.`
}

/** The detector of records expects nothing; it knows how far values have gone. */
const insteadOf = (detector: string, usual: string) =>
  detector === 'record' ? `and never beyond ${usual} before` : `where ${usual} was expected`

function valueWords(value: number | null, unit: Unit): string {
  switch (unit) {
    case 'ms':
      return durationWords(value)
    case 'bytes':
      return bytesWords(value)
    case 'share':
      return percentWords(value)
    case 'count':
      return numberWords(value)
  }
}

const runWords = (point: { readonly run: number; readonly at: number } | undefined) =>
  point ? `run ${point.run} (${timeWords(point.at)})` : 'an unknown run'

/** ` (×2.4)` or ` (−31 %)`, where both are of one sign. */
function factor(observed: number, expected: number): string {
  const ratio = observed / expected
  if (!Number.isFinite(ratio) || ratio <= 0) return ''
  if (ratio >= 2) return ` (×${Number(ratio.toPrecision(2))})`
  const change = Math.round((ratio - 1) * 100)
  return change === 0 ? '' : ` (${change > 0 ? '+' : '−'}${Math.abs(change)} %)`
}

import type { Finding, Point } from '../model/series.ts'

/** What each detector goes by, as in "by …". */
const BY: Readonly<Record<string, string>> = {
  ewma: 'the smoothed level',
  spread: 'how much it scatters',
  record: 'everything seen before',
  seasonal: 'this hour of the week',
  'short-pattern': 'the points just before it',
  'long-pattern': 'the stretch just before it',
  'z-score': 'the recent mean',
  robust: 'the recent median',
  'change-point': 'the last stretch',
  'failure-rate': 'the usual rate',
  'new-template': 'what was seen before',
}

/** A finding in one sentence: what was observed, what was expected, since when, and how sure that is. */
export function explain(finding: Finding, points: readonly Point[]): string {
  const since = `since ${place(finding.index, points)}, for ${finding.points === 1 ? 'one point' : `${finding.points} points`}`
  const sure = `${finding.score >= 0.995 ? 'over 99' : Math.round(finding.score * 100)} % sure`
  const verb = finding.direction === 'up' ? 'rose' : 'fell'
  const [observed, expected] = [finding.observed, finding.expected].map(finding.kind === 'rate' ? percent : short)
  const times = factor(finding)
  switch (finding.kind) {
    case 'level':
      return `The level ${verb} from ${expected} to ${observed}${times} ${since}; ${sure}.`
    case 'rate':
      return `The rate ${verb} from ${expected} to ${observed} ${since}; ${sure}.`
    case 'spread':
      return `Its scatter ${verb} from ±${expected} to ±${observed}${times} ${since}; ${sure}.`
    case 'point':
      return `A single ${observed} where ${expected} is usual${times}, at ${place(finding.index, points)}; ${sure}.`
    case 'unusual':
      return `An unusual ${observed} at ${place(finding.index, points)}: judged by ${BY[finding.detector] ?? finding.detector}, ${expected} was expected; score ${finding.score.toFixed(2)}.`
  }
}

function place(index: number, points: readonly Point[]): string {
  const at = points[index]?.at ?? Number.NaN
  const time = Math.abs(at) <= 8.64e15 ? ` (${new Date(at).toISOString().slice(0, 16).replace('T', ' ')})` : ''
  return `point ${index}${time}`
}

/** ` (×2.4)` or ` (−31 %)`, where both are of one sign. */
function factor({ observed, expected }: Finding): string {
  const ratio = observed / expected
  if (!Number.isFinite(ratio) || ratio <= 0) return ''
  if (ratio >= 2) return ` (×${short(ratio)})`
  const change = Math.round((ratio - 1) * 100)
  return change === 0 ? '' : ` (${change > 0 ? '+' : '−'}${Math.abs(change)} %)`
}

const percent = (rate: number) => `${short(rate * 100)} %`

/** Three digits that count, without an exponent where that reads well. */
function short(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return String(value)
  return String(Number(value.toPrecision(3)))
}

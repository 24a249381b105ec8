import { countWords, placeWords } from '../../core/history/words.ts'
import type { Anomaly } from '../../core/model/diagnosis.ts'
import { wrap } from '../../core/report/width.ts'
import { safeLine } from '../terminal/safe-text.ts'
import { plain, type Style } from '../terminal/style.ts'

/** Anomalies beyond so many are counted, not told. */
const MOST = 30

/** Anomalies for a person, the newest first: a title and a sentence each. */
export function listing(anomalies: readonly Anomaly[], style: Style): string {
  if (anomalies.length === 0) return 'nothing unusual\n'
  const newestFirst = [...anomalies].reverse()
  const told = newestFirst.slice(0, MOST).map(anomaly => one(anomaly, style))
  const rest = anomalies.length > MOST ? [`… and ${anomalies.length - MOST} earlier; --json has all`] : []
  return plain([`${countWords(anomalies.length, 'finding')}, the newest first`, '', ...told, ...rest, ''].join('\n'), style)
}

function one({ at, since, until, repository, workflow, job, explanation }: Anomaly, { paint, width }: Style): string {
  const lasts = since !== null && !until
  const state = lasts ? paint.bad('lasts') : paint.quiet(since === null ? 'once ' : 'ended')
  const title = `${at?.slice(0, 10) ?? ''} ${state} ${paint.name(safeLine(placeWords(repository, workflow, job)))}`
  const text = wrap(safeLine(explanation), Math.min(width, 120) - 2).map(line => `  ${line}`)
  return [title, ...text, ''].join('\n')
}

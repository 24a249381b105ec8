import { detector } from '../detectors/new-template.ts'
import type { Anomaly } from '../model/diagnosis.ts'
import type { PastFailure } from '../model/history.ts'
import { numberWords, timeWords } from './words.ts'

/** A new failure is news where fewer than one in so many was new before (a power of ten). */
const ODD = 2
/** Before that, all is new. */
const FEWEST = 50

/** Failures of one job, oldest first, such as it never had, though hardly any of its failures is new. One for a run. */
export function newFailures(failures: readonly PastFailure[]): readonly Anomaly[] {
  const state = detector.begin()
  const found: Anomaly[] = []
  for (const [index, failure] of failures.entries()) {
    const { startedMs, run, fingerprint } = failure
    if (startedMs === null) continue
    const { oddity } = detector.next(state, { at: startedMs, value: 1, label: fingerprint })
    if (index < FEWEST || !(oddity >= ODD) || found.at(-1)?.run === run) continue
    found.push(anomalyOf(failure, startedMs, index, oddity))
  }
  return found
}

function anomalyOf(failure: PastFailure, startedMs: number, earlier: number, oddity: number): Anomaly {
  const { repository, workflow, job, run, title } = failure
  const score = 1 - 10 ** -oddity
  return {
    ...{ repository, workflow, job, run },
    metric: 'newFailure',
    detector: detector.id,
    at: new Date(startedMs).toISOString(),
    since: null,
    until: null,
    observed: 1,
    expected: 0,
    score,
    direction: 'up',
    explanation: `None of its ${numberWords(earlier)} earlier failures was like that of run ${run} (${timeWords(startedMs)}): ${title}; ${Math.floor(score * 100)} % sure that it is new.`,
  }
}

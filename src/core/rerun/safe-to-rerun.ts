import type { Situation } from '../plan/remedy.ts'
import { type Decision, strictest } from '../policy/strictest.ts'
import { judgeSafety } from '../rerun-safety/judge.ts'
import type { RerunSafety } from '../rerun-safety/lint.ts'

export interface SafeToRerun extends Decision {
  /** Running only these jobs again would mix what two attempts made. */
  readonly needsFullRerun: boolean
}

/** Whether the workflow file has something against running jobs again: what is done twice is denied, what nobody knows wants a person. */
export const safeToRerun = (situation: Situation, jobs: readonly string[] | 'all'): SafeToRerun =>
  safe(situation, situation.safety, jobs)

/** The same of starting the whole workflow by hand, which may do what the failed run did not; only ever with a person. */
export function safeToDispatch(situation: Situation): Decision {
  const { safety } = situation
  const { needsFullRerun: _, ...judged } = safe(situation, safety?.whenDispatched ?? safety, 'all')
  return strictest([judged, { verdict: 'ask', reasons: [BY_HAND] }])
}

const BY_HAND = {
  code: 'needs-approval',
  text: 'A workflow that is started by hand may do more than the run that failed.',
} as const

function safe({ file }: Situation, safety: RerunSafety | undefined, jobs: readonly string[] | 'all'): SafeToRerun {
  if (!safety) return { verdict: 'allow', reasons: [], needsFullRerun: false }
  const everyJob = [...file.jobs, ...(file.attempts ?? []).flatMap(({ jobs }) => jobs)]
  const ran = everyJob.filter(({ conclusion }) => conclusion !== 'skipped').map(({ name }) => name)
  const { findings } = judgeSafety(safety, jobs, ran)
  const reasons = findings
    .filter(({ verdict }) => verdict !== 'needs-full-rerun')
    .slice(0, MOST_REASONS)
    .map(({ text }) => ({ code: 'unsafe-to-rerun', text }) as const)
  const isUnsafe = findings.some(({ verdict }) => verdict === 'unsafe')
  return {
    verdict: isUnsafe ? 'deny' : reasons.length > 0 ? 'ask' : 'allow',
    reasons,
    needsFullRerun: findings.some(({ verdict }) => verdict === 'needs-full-rerun'),
  }
}

/** The same where nothing else runs with them: what would use outputs of another attempt is not run alone. */
export const safeAlone = ({ needsFullRerun, ...safe }: SafeToRerun): Decision =>
  needsFullRerun
    ? { verdict: 'deny', reasons: [{ code: 'unsafe-to-rerun', text: 'It, or what depends on it, uses outputs of other jobs.' }] }
    : safe

const MOST_REASONS = 3

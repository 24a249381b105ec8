import { countWords, percentWords } from '../history/words.ts'
import type { Reason } from '../model/plan.ts'
import type { Decision } from '../policy/strictest.ts'
import type { RedJob } from './red-jobs.ts'

/** What it is worth, in minutes of machines, that nobody has to look at a run. */
const WORTH_MINUTES = 90
/** Below this chance a re-run is a lottery ticket, however cheap. */
const LEAST_CHANCE = 0.4
/** What is down longer than this will not be up again in a while. */
const LONGEST_SPELL_MS = 8 * 3_600_000

export interface Judged extends Decision {
  /** Epoch milliseconds: in vain, or too early, before. */
  readonly notBeforeMs: number
  /** Of all of them together, 0..1. */
  readonly chance: number
}

/** Whether it is worth it to run these jobs again, all of them together, and when. */
export function judgeRerun(jobs: readonly RedJob[], nowMs: number, costMinutes: number): Judged {
  const chance = togetherChance(jobs)
  const notBeforeMs = Math.max(nowMs, ...jobs.map(job => notBeforeOf(job, nowMs)))
  const against = jobs.flatMap(job => objection(job, nowMs))
  const isVain = chance < LEAST_CHANCE || chance * WORTH_MINUTES < costMinutes
  if (against.length > 0) return { verdict: 'deny', reasons: against, notBeforeMs, chance }
  if (isVain) return { verdict: 'deny', reasons: [vain(chance, costMinutes)], notBeforeMs, chance }
  return { verdict: 'allow', reasons: [worth(chance, costMinutes)], notBeforeMs, chance }
}

/** What has one cause passes together; what has not, passes independently. */
function togetherChance(jobs: readonly RedJob[]): number {
  const causes = Map.groupBy(jobs, job => job.fingerprint ?? job.name)
  return [...causes.values()].reduce((chance, same) => chance * Math.min(...same.map(job => job.chance)), 1)
}

function objection({ name, nature, category, spell, chance }: RedJob, nowMs: number): Reason[] {
  if (nature === 'deterministic')
    return [{ code: 'deterministic', text: `${name} failed for a reason that a re-run does not change (${category}).` }]
  if (nature === 'unproven')
    return [{ code: 'unproven', text: `Nothing proves that the failure of ${name} (${category}) would not happen again.` }]
  if (spell && nowMs - spell.sinceMs > LONGEST_SPELL_MS && chance < 0.7)
    return [{ code: 'lasting', text: `${name} has failed like this since ${new Date(spell.sinceMs).toISOString()}.` }]
  return []
}

const HOUR_MS = 3_600_000

/**
 * What has been down for a while will be down for about as long again (Lindy's law), so the wait grows with the spell, and doubles with
 * each attempt of this run that failed.
 */
function notBeforeOf({ spell, failedBefore }: RedJob, nowMs: number): number {
  if (!spell) return nowMs
  const lastedMs = nowMs - spell.sinceMs
  const waitMs = Math.max(HOUR_MS / 2, lastedMs, failedBefore > 0 ? HOUR_MS * 2 ** failedBefore : 0)
  return nowMs + Math.min(4 * HOUR_MS, waitMs)
}

const vain = (chance: number, minutes: number): Reason => ({
  code: 'not-worth-it',
  text: `A re-run passes with ${percentWords(Math.round(chance * 100) / 100)}, which does not pay for ${countWords(Math.round(minutes), 'minute')} of machine time.`,
})

const worth = (chance: number, minutes: number): Reason => ({
  code: 'worth-it',
  text: `A re-run passes with ${percentWords(Math.round(chance * 100) / 100)} and takes ${countWords(Math.round(minutes), 'minute')}.`,
})

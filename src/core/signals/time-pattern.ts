import { failedAlike, hasPassed, knownFailure } from '../causes/past-runs.ts'
import type { Signal } from '../causes/signal.ts'
import type { PastRun } from '../model/past.ts'
import { fisherExact } from '../statistics/fisher.ts'
import { pValueEvidence } from '../statistics/p-value-evidence.ts'

const DAYS = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays']
/** Hours of the day and days of the week: so many are looked at, so a chance find is so much likelier (Bonferroni). */
const LOOKS = 24 + 7
const FEWEST_FAILURES = 3

/** The job fails at the hour or on the day at which this run failed, and hardly at others. */
export const signal: Signal = {
  id: 'time-pattern',
  find(scene) {
    const known = knownFailure(scene)
    const started = timeOf(scene.file.run ?? {})
    if (!known || !started) return []
    const runs = known.runs.flatMap(run => {
      const time = timeOf(run)
      const failed = failedAlike(run, known.failure)
      return time && (failed || hasPassed(run)) ? [{ time, failed }] : []
    })
    const hour = started.getUTCHours()
    const day = started.getUTCDay()
    const patterns = [
      { name: `between ${two(hour)}:00 and ${two(hour)}:59 UTC`, fits: (time: Date) => time.getUTCHours() === hour },
      { name: `on ${DAYS[day]}`, fits: (time: Date) => time.getUTCDay() === day },
    ]
    return patterns.flatMap(({ name, fits }) => {
      const within = runs.filter(({ time }) => fits(time))
      const hits = within.filter(({ failed }) => failed).length + 1
      const otherHits = runs.filter(({ time, failed }) => failed && !fits(time)).length
      const otherMisses = runs.length - within.length - otherHits
      const p = fisherExact({ hits, misses: within.length + 1 - hits, otherHits, otherMisses }) * LOOKS
      const weight = pValueEvidence(Math.min(1, p))
      if (weight <= 0 || hits < FEWEST_FAILURES) return []
      const text = `failed ${hits} of ${within.length + 1} times ${name}, ${otherHits} of ${otherHits + otherMisses} times otherwise`
      return [{ suspect: { kind: 'time', subject: name, title: `the job fails ${name}` }, text, weight }]
    })
  },
}

function timeOf({ startedAt }: Pick<PastRun, 'startedAt'>): Date | undefined {
  const time = new Date(startedAt ?? '')
  return Number.isNaN(time.getTime()) ? undefined : time
}

const two = (hour: number) => String(hour).padStart(2, '0')

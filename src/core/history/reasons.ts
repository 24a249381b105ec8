import type { Explanation } from './activity.ts'
import type { Incident, TestPast } from './incidents.ts'

/** How often something other than flakiness fails tests of a job, learned from all tests of the job. Sizes are numbers of tests. */
export interface Reasons {
  /** The chance that an attempt is hit by a regression that fails exactly so many tests, and stays until somebody mends it. */
  lasting(size: number): number
  /** The chance that it is hit by what passes by itself: a database that was away. */
  passing(size: number): number
  /** The chance that so many other tests fail in an attempt, whatever the reason. */
  around(others: number): number
  /** Pull requests are seen in this job, so what comes to a branch passed on one before. */
  readonly pullRequests: boolean
}

/** What is believed before anything is seen: so many attempts of which so many are hit, by small causes more often than by large ones. */
const BELIEF = { attempts: 200, lasting: 4, passing: 1 }

/**
 * Counts what hit the tests of one job.
 * @param soundness of each incident the chance that there was a reason for it
 */
export function learnReasons(job: readonly TestPast[], soundness: (past: TestPast, incident: number) => number): Reasons {
  const attempts = BELIEF.attempts + job.reduce((most, { runs }) => Math.max(most, runs), 0)
  const [lasting, passing, around] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()]
  const add = (to: Map<number, number>, size: number, count: number) => to.set(size, (to.get(size) ?? 0) + count / size)
  for (const past of job)
    for (const [at, { together, mixed, failures }] of past.incidents.entries()) {
      add(mixed ? passing : lasting, together, soundness(past, at))
      add(around, together, failures)
    }
  const chance = (counts: Map<number, number>, belief: number, size: number) =>
    Math.min(1, ((counts.get(size) ?? 0) + belief / (size * (size + 1))) / attempts)
  return {
    lasting: size => chance(lasting, BELIEF.lasting, size),
    passing: size => chance(passing, BELIEF.passing, size),
    around: others => (others <= 0 ? 1 : chance(around, BELIEF.lasting, others)),
    pullRequests: job.some(({ pullRequests }) => pullRequests),
  }
}

/** Where pull requests are tested, a regression is so much rarer on branches. */
const ON_BASE = 0.1
/** While a regression is on the base branch, everybody fails. */
const GOES_ON = 0.9
/** The chance of a race that a pull request brings in, for one test and attempt. */
const RACE = 1 / 10_000
/** A pull request on which a test was shaky before will be so again. */
const SHAKY_LINE = 0.3
/** A regression seldom spares the same test in another job. */
const SPARED_ELSEWHERE = 0.15
/** And a flaky test seldom fails in two jobs at once. */
const FLAKY_IN_BOTH = 0.05

/** The same test in the other jobs of its workflow. */
export interface Elsewhere {
  /** It runs there. */
  readonly runs: boolean
  /** Where it failed at least once. */
  readonly pasts: readonly TestPast[]
}

/** What the reasons say to each incident of a test. */
export function explain(past: TestPast, reasons: Reasons, elsewhere: Elsewhere): readonly Explanation[] {
  const shaky = new Set<string>()
  return past.incidents.map((incident, at) => {
    const { together, tests, mixed, onBase, line } = incident
    const failedElsewhere = elsewhere.pasts.some(other => other.incidents.some(one => overlap(one, incident)))
    const around = reasons.around(together - 1) * (failedElsewhere ? FLAKY_IN_BOTH : 1)
    const share = Math.min(1, together / tests)

    let reason = share * (mixed ? reasons.passing(together) : reasons.lasting(together))
    if (mixed && !onBase) reason += RACE
    if (!mixed && onBase && reasons.pullRequests) reason *= ON_BASE
    if (!mixed && elsewhere.runs && !failedElsewhere) reason *= SPARED_ELSEWHERE
    const isSame = !mixed && goesOn(incident, past.incidents[at - 1])
    if (isSame) reason = Math.max(reason, GOES_ON)
    if (!onBase && shaky.has(line)) reason = Math.max(reason, SHAKY_LINE)

    if (mixed) shaky.add(line)
    return { reason, around, goesOn: isSame }
  })
}

/** Another line fails as well, and nobody passed between. */
export const goesOn = (incident: Incident, before: Incident | undefined): boolean =>
  before !== undefined && before.line !== incident.line && incident.passesBefore === 0

const overlap = (a: Incident, b: Incident) => a.line === b.line && a.atMs < endOf(b) && b.atMs < endOf(a)

const endOf = ({ passedAgain }: Incident) => passedAgain?.atMs ?? Number.POSITIVE_INFINITY

import type { TestFlakiness } from '../model/flakiness.ts'
import type { PastTest } from '../model/history.ts'
import { type Activity, activityOf, levelsOf } from './activity.ts'
import { type ImageSplit, splitBadImages } from './bad-images.ts'
import { betaQuantile } from './beta.ts'
import type { TestPast } from './incidents.ts'
import { readPast, type Span } from './read-past.ts'
import { type Elsewhere, explain, learnReasons } from './reasons.ts'
import { LIKELY, stateOf, timeOf } from './states.ts'

/** How often what is known of the tests and what is known of the reasons for their failures are learned from each other. */
const ROUNDS = 3
/** Before anything is seen: such a part of tests is flaky at some time, as sure as so many tests would make it. */
const BELIEF = { share: 0.05, tests: 20 }
/** A test that is flaky in one job is as likely as this in another. */
const FLAKY_ELSEWHERE = 0.4
const CERTAINTY = 0.95

/** The flakiness of every test that failed at least once. Results come test by test and oldest first; of each little is kept. */
export async function flakinessOf(results: AsyncIterable<PastTest>, span: Span): Promise<readonly TestFlakiness[]> {
  const pasts: TestPast[] = []
  for await (const past of readPast(results, span)) if (past.failures + past.outages + past.logged > 0) pasts.push(past)
  return judge(pasts, span.untilMs)
}

/** Of each test, what its past says in the light of all others. */
function judge(pasts: readonly TestPast[], nowMs: number): readonly TestFlakiness[] {
  const splits = pasts.map(splitBadImages)
  const activities = learn(splits.map(({ past }) => past))
  return splits.map((split, at) => flakinessOfTest(pasts[at] as TestPast, split, activities.get(split.past) as Activity, nowMs))
}

/** Expectation maximisation: how often there are reasons tells which tests are flaky, and the other way round. */
function learn(pasts: readonly TestPast[]): ReadonlyMap<TestPast, Activity> {
  const jobs = Map.groupBy(pasts, ({ repository, workflow, job }) => JSON.stringify([repository, workflow, job]))
  const elsewhereOf = createElsewhere(pasts)
  let known: ReadonlyMap<TestPast, Activity> = new Map()
  for (let round = 0; round < ROUNDS; round++) {
    const learned = new Map<TestPast, Activity>()
    const levels = levelsOf([...known.values()])
    for (const job of jobs.values()) {
      const reasons = learnReasons(job, (past, incident) => 1 - (known.get(past)?.blamed[incident] ?? 0.5))
      const share = shareOfFlaky(job, known)
      for (const past of job) {
        const elsewhere = elsewhereOf(past)
        const isFlakyElsewhere = elsewhere.pasts.some(other => (known.get(other)?.ever ?? 0) > CERTAINTY)
        const prior = isFlakyElsewhere ? Math.max(FLAKY_ELSEWHERE, share) : share
        learned.set(past, activityOf(past, explain(past, reasons, elsewhere), { prior, levels }))
      }
    }
    known = learned
  }
  return known
}

/** Legs of a matrix, `unit (ubuntu)` and `unit (windows)`, run the same tests. */
function createElsewhere(pasts: readonly TestPast[]): (past: TestPast) => Elsewhere {
  const legOf = ({ repository, workflow, job }: TestPast) => JSON.stringify([repository, workflow, job.replace(/ *\(.*\)$/, '')])
  const testOf = ({ repository, workflow, name }: TestPast) => JSON.stringify([repository, workflow, name])
  const legs = Map.groupBy(pasts, legOf)
  const jobs = new Map([...legs].map(([leg, members]) => [leg, new Set(members.map(({ job }) => job)).size]))
  const tests = Map.groupBy(pasts, testOf)
  return past => {
    const others = (tests.get(testOf(past)) ?? []).filter(({ job }) => job !== past.job)
    return { runs: others.length > 0 || (jobs.get(legOf(past)) ?? 0) > 1, pasts: others }
  }
}

function shareOfFlaky(job: readonly TestPast[], known: ReadonlyMap<TestPast, Activity>): number {
  const tests = job.reduce((most, { incidents }) => Math.max(most, ...incidents.slice(-1).map(one => one.tests)), job.length)
  const flaky = job.reduce((total, past) => total + (known.get(past)?.ever ?? BELIEF.share), 0)
  return (flaky + BELIEF.share * BELIEF.tests) / (tests + BELIEF.tests)
}

function flakinessOfTest(whole: TestPast, split: ImageSplit, activity: Activity, nowMs: number): TestFlakiness {
  const { repository, workflow, job, name, outages, logged, trend } = whole
  const { incidents } = split.past
  const blamedFor = incidents.filter((_, at) => (activity.blamed[at] ?? 0) >= LIKELY)
  const last = incidents.at(-1)
  return {
    repository,
    workflow,
    job,
    name,
    ...stateOf(split, activity, nowMs),
    ...estimate(activity, split.past.runs),
    runs: whole.runs + outages + logged,
    failures: whole.failures + outages + logged,
    evidence: {
      ever: activity.ever,
      now: activity.now,
      unexplained: incidents.reduce((total, one, at) => total + one.failures * (activity.blamed[at] ?? 0), 0),
      mixed: blamedFor.filter(one => one.mixed).length,
      lines: new Set(blamedFor.map(one => one.line)).size,
      outages,
      logged,
      badImages: split.bad,
      blamedOn: [...new Set(suspects(incidents, activity))].slice(-MOST_BLAMED),
      lastFailure: last
        ? { run: last.run, commit: last.lastCommit, at: timeOf(last.atMs), blamed: activity.blamed.at(-1) ?? 0 }
        : null,
    },
    trend,
  }
}

/** Where it failed in a way that flakiness may well have caused, also where that is not certain. */
const suspects = (incidents: TestPast['incidents'], { blamed }: Activity) =>
  incidents.filter((_, at) => (blamed[at] ?? 0) >= POSSIBLE).map(({ line }) => line)

const POSSIBLE = 0.1
const MOST_BLAMED = 5

/**
 * The rate as a Beta distribution, with the expectation and the variance of what is believed: as far as the test is flaky the rate it had
 * then, else the rate of one that passed every time (Beta(1/2, 1/2 + runs): H. Jeffreys, "An invariant form for the prior probability in
 * estimation problems", Proceedings of the Royal Society A 186, 1946).
 */
function estimate({ ever, mean, variance }: Activity, runs: number): Pick<TestFlakiness, 'rate' | 'interval'> {
  const soundMean = 0.5 / (runs + 1)
  const soundVariance = (soundMean * (1 - soundMean)) / (runs + 2)
  const rate = ever * mean + (1 - ever) * soundMean
  const spread = ever * (variance + (mean - rate) ** 2) + (1 - ever) * (soundVariance + (soundMean - rate) ** 2)
  const weight = Math.max(FEWEST_RESULTS, (rate * (1 - rate)) / Math.max(spread, 1e-12) - 1)
  const [a, b] = [rate * weight, (1 - rate) * weight]
  const tail = (1 - CERTAINTY) / 2
  return { rate, interval: [betaQuantile(tail, a, b), betaQuantile(1 - tail, a, b)] }
}

/** No belief is weaker than one result makes it. */
const FEWEST_RESULTS = 1

import type { PastTest, Window } from '../model/history.ts'
import type { Incident, Passed, TestPast } from './incidents.ts'
import { createLatest } from './latest.ts'
import { isOutage } from './outages.ts'

/** What is held of one test, at most; what is older is forgotten. */
const MOST_LINES = 256
const MOST_COMMITS = 256
const MOST_IMAGES = 32
const MOST_IMAGE_LINES = 8
const MOST_INCIDENTS = 256
/** Parts that the time is cut into. */
const PARTS = 24

/** From when to when results come. */
export type Span = Pick<Window, 'sinceMs' | 'untilMs'>

/**
 * Sums up results that come test by test and oldest first, in memory that does not grow with them. Skipped tests tell nothing. What only a
 * log tells is no evidence: it names the tests that failed, and that another one passed cannot be concluded from its silence, since it may
 * as well not have run. With failures alone, and no passes, every test would look broken; so they are counted, and that is all.
 */
export async function* readPast(results: AsyncIterable<PastTest>, span: Span): AsyncGenerator<TestPast> {
  let reader: TestReader | undefined
  for await (const result of results) {
    if (reader && !reader.isOf(result)) {
      yield reader.past()
      reader = undefined
    }
    reader ??= createTestReader(result, span)
    reader.add(result)
  }
  if (reader) yield reader.past()
}

interface TestReader {
  isOf(result: PastTest): boolean
  add(result: PastTest): void
  past(): TestPast
}

type Growing<T> = { -readonly [Key in keyof T]: T[Key] }
type GrowingIncident = Growing<Incident>

function createTestReader(first: PastTest, { sinceMs, untilMs }: Span): TestReader {
  /** The incident of a line of work that has not passed since. */
  const lines = createLatest<{ open: GrowingIncident | null }>(MOST_LINES, () => ({ open: null }))
  /** By image: whether a commit passed there, and in which incident it failed. */
  const commits = createLatest(MOST_COMMITS, () => ({
    passedOn: new Set<string>(),
    failedOn: new Map<string, GrowingIncident>(),
  }))
  const images = createLatest(MOST_IMAGES, () => ({ passes: 0, failures: 0, lines: new Set<string>() }))
  const incidents: GrowingIncident[] = []
  const trend = Array.from({ length: PARTS }, (): [number, number] => [0, 0])
  const counts = { runs: 0, failures: 0, outages: 0, logged: 0, passesSince: 0 }
  let lastMs = sinceMs
  let passedLast: Passed | null = null
  let pullRequests = false

  function add(result: PastTest) {
    if (result.outcome === 'skipped') return
    lastMs = result.startedMs ?? lastMs
    pullRequests ||= result.pullRequest !== null
    if (result.logOnly) {
      counts.logged++
      return
    }
    if (result.outcome === 'failed' && isOutage(result)) {
      counts.outages++
      return
    }
    const part = trend[Math.floor(((lastMs - sinceMs) / (untilMs - sinceMs)) * PARTS)]
    counts.runs++
    if (part) part[1]++
    if (result.outcome === 'passed') addPass(result)
    else {
      if (part) part[0]++
      addFailure(result)
    }
  }

  function addFailure(result: PastTest) {
    const line = lines.get(lineOf(result))
    const commit = commits.get(commitOf(result))
    const image = images.get(imageOf(result))
    line.open ??= begin(result)
    line.open.failures++
    line.open.lastCommit = result.commit
    line.open.together = Math.min(line.open.together, Math.max(1, result.testsFailed ?? 1))
    if (commit.passedOn.has(imageOf(result))) line.open.mixed = true
    commit.failedOn.set(imageOf(result), line.open)
    image.failures++
    if (image.lines.size < MOST_IMAGE_LINES) image.lines.add(lineOf(result))
    counts.failures++
  }

  function begin(result: PastTest): GrowingIncident {
    const incident: GrowingIncident = {
      line: lineOf(result),
      onBase: result.pullRequest === null,
      run: result.run,
      atMs: lastMs,
      commit: result.commit,
      image: imageOf(result),
      passedBefore: passedLast?.commit ?? null,
      passesBefore: counts.passesSince,
      failures: 0,
      lastCommit: result.commit,
      together: Number.MAX_SAFE_INTEGER,
      tests: Math.max(1, result.tests ?? 1),
      mixed: false,
      passedAgain: null,
    }
    counts.passesSince = 0
    incidents.push(incident)
    if (incidents.length > MOST_INCIDENTS) incidents.shift()
    return incident
  }

  function addPass(result: PastTest) {
    const line = lines.get(lineOf(result))
    const commit = commits.get(commitOf(result))
    const failed = commit.failedOn.get(imageOf(result))
    if (failed) failed.mixed = true
    commit.passedOn.add(imageOf(result))
    images.get(imageOf(result)).passes++
    passedLast = { commit: result.commit, atMs: lastMs }
    if (line.open) line.open.passedAgain = passedLast
    line.open = null
    counts.passesSince++
  }

  const { repository, workflow, job, name } = first
  return {
    isOf: other => other.name === name && other.job === job && other.workflow === workflow && other.repository === repository,
    add,
    past: () => ({
      repository,
      workflow,
      job,
      name,
      ...counts,
      pullRequests,
      passedLast,
      incidents,
      images: images.all(),
      trend,
    }),
  }
}

/** The line of work that a result belongs to: a pull request, else a branch. */
export const lineOf = ({ pullRequest, branch }: Pick<PastTest, 'pullRequest' | 'branch'>) =>
  pullRequest === null ? (branch ?? '') : `#${pullRequest}`

/** Attempts of one run share their commit, also where nobody says which it is. */
const commitOf = ({ commit, run }: PastTest) => commit ?? `run ${run}`

const imageOf = ({ image, imageVersion }: PastTest) =>
  image && imageVersion ? `${image} ${imageVersion}` : image || imageVersion || ''

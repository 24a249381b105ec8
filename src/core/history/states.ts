import type { StateChange, TestState } from '../model/flakiness.ts'
import type { Activity } from './activity.ts'
import type { ImageSplit } from './bad-images.ts'
import type { Incident, Passed, TestPast } from './incidents.ts'
import { goesOn } from './reasons.ts'

/** From this chance on a test counts as flaky, and an incident as made by that. */
export const LIKELY = 0.5
/** It counts as fixed when the chance that it is still flaky is less, and nothing was seen of it for so long. */
const UNLIKELY = 0.02
const QUIET_MS = 14 * 86_400_000
/** A regression that failed everybody did so at least so many times. */
const FEWEST = 2

export interface StateSince {
  readonly state: TestState
  readonly since: StateChange | null
}

/** The state of a test, and when it began. What is broken now counts more than what was flaky before. */
export function stateOf(split: ImageSplit, activity: Activity, nowMs: number): StateSince {
  const { past } = split
  const outbreaks = [outbreakByImage(split), outbreaksOf(past, activity).at(-1)].filter(one => one !== undefined)
  const lasting = outbreaks.find(({ end }) => end === null)
  if (lasting) return { state: 'broken', since: beginning(lasting.first) }
  const [over] = outbreaks
  return (
    flaky(past, activity, nowMs) ??
    (over?.end ? { state: 'fixed', since: { ...changeAt(over.end), after: over.lastCommit } } : { state: 'healthy', since: null })
  )
}

/** Failures with a reason that hit everybody: on the base branch, or on several lines with no pass between. */
interface Outbreak {
  readonly first: Incident
  readonly lastCommit: string | null
  /** Where it passed again; null while it lasts. */
  readonly end: Passed | null
}

/** On the last of the images that always fail it; lasting if no image was used after it. */
function outbreakByImage({ past, bad, incidents }: ImageSplit): Outbreak | undefined {
  const image = bad.at(-1)
  const own = incidents.filter(incident => incident.image === image)
  const [first, last] = [own[0], own.at(-1)]
  if (!first || !last) return undefined
  const isLast = [...past.images.keys()].at(-1) === image
  return { first, lastCommit: last.lastCommit, end: isLast ? null : (last.passedAgain ?? past.passedLast) }
}

function outbreaksOf(past: TestPast, { blamed }: Activity): Outbreak[] {
  const stretches: Incident[][] = []
  for (const [at, incident] of past.incidents.entries()) {
    if ((blamed[at] ?? 0) >= LIKELY || incident.mixed) continue
    const stretch = stretches.at(-1)
    if (stretch && goesOn(incident, past.incidents[at - 1])) stretch.push(incident)
    else stretches.push([incident])
  }
  return stretches.flatMap((stretch): Outbreak[] => {
    const [first, last] = [stretch[0], stretch.at(-1)]
    if (!first || !last) return []
    const failures = stretch.reduce((total, incident) => total + incident.failures, 0)
    const onBase = stretch.some(incident => incident.onBase)
    const isOpen =
      stretch.some(incident => incident.onBase && !incident.passedAgain) ||
      (last === past.incidents.at(-1) && past.passesSince === 0)
    if (!(onBase || stretch.length >= FEWEST) || (failures < FEWEST && !isOpen)) return []
    const ends = stretch.flatMap(({ passedAgain }) => (passedAgain ? [passedAgain] : [])).sort((a, b) => a.atMs - b.atMs)
    const { lastCommit } = stretch.findLast(incident => incident.onBase) ?? last
    return [{ first, lastCommit, end: isOpen ? null : (ends[0] ?? null) }]
  })
}

/** Flaky, or fixed after it was. */
function flaky(past: TestPast, { ever, now, blamed, continued }: Activity, nowMs: number): StateSince | undefined {
  const own = past.incidents.flatMap((_, at) => ((blamed[at] ?? 0) >= LIKELY * ever ? [at] : []))
  const incidents = own.map(at => past.incidents[at] as Incident)
  const last = incidents.at(-1)
  if (ever < LIKELY || !last || !isWide(incidents)) return undefined
  const quietMs = nowMs - (last.passedAgain?.atMs ?? last.atMs)
  if (now < UNLIKELY && quietMs > QUIET_MS && last.passedAgain)
    return { state: 'fixed', since: { ...changeAt(last.passedAgain), after: last.lastCommit } }
  let first = own.length - 1
  while (first > 0 && range(own[first - 1] ?? 0, own[first] ?? 0).every(at => continued[at])) first--
  return { state: 'flaky', since: beginning(incidents[first] ?? last) }
}

/** What happens on one pull request only may be its own doing; what happens on a branch is everybody's. */
const isWide = (incidents: readonly Incident[]) =>
  new Set(incidents.map(({ line, onBase, run }) => (onBase ? run : line))).size > 1 ||
  incidents.some(({ onBase, mixed }) => onBase && mixed)

/** The whole numbers above `from`, up to `to`. */
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at + 1)

const beginning = ({ commit, atMs, passedBefore }: Incident): StateChange => ({
  ...changeAt({ commit, atMs }),
  after: passedBefore,
})

const changeAt = ({ commit, atMs }: Passed) => ({ commit, at: timeOf(atMs) })

/** RFC 3339 of epoch milliseconds; the nearest it can say, whatever the number. */
export const timeOf = (ms: number): string => new Date(Math.min(MOST_MS, Math.max(0, ms || 0))).toISOString()

/** The end of the year 9999. */
const MOST_MS = 253_402_300_799_999

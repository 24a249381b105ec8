import type { ImageCount, Incident, TestPast } from './incidents.ts'

/** From this share of failures on, it is the image that fails the test. */
const SHARE = 0.8
/** One pull request may as well be to blame. */
const FEWEST_LINES = 3

export interface ImageSplit {
  /** What is left without those images. */
  readonly past: TestPast
  readonly bad: readonly string[]
  /** What happened on them. */
  readonly incidents: readonly Incident[]
}

/** Takes out the versions of runner images on which the test fails nearly always, while on others it does not. */
export function splitBadImages(past: TestPast): ImageSplit {
  const bad = [...past.images].filter(([image, count]) => image !== '' && isBad(count, past)).map(([image]) => image)
  if (bad.length === 0) return { past, bad, incidents: [] }
  const [out, left]: [Incident[], Incident[]] = [[], []]
  let { runs, failures } = past
  let passes = 0
  for (const incident of past.incidents) {
    passes += incident.passesBefore
    if (bad.includes(incident.image)) {
      out.push(incident)
      runs -= incident.failures
      failures -= incident.failures
    } else {
      left.push({ ...incident, passesBefore: passes })
      passes = 0
    }
  }
  return { past: { ...past, runs, failures, incidents: left, passesSince: past.passesSince + passes }, bad, incidents: out }
}

function isBad({ passes, failures, lines }: ImageCount, all: TestPast): boolean {
  const failuresElsewhere = all.failures - failures
  const runsElsewhere = all.runs - failures - passes
  return lines.size >= FEWEST_LINES && failures >= SHARE * (passes + failures) && failuresElsewhere < (1 - SHARE) * runsElsewhere
}

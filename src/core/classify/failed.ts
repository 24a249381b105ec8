import type { Ranked } from '../locate/rank.ts'
import type { CaseFile, LogExtract } from '../model/case-file.ts'
import type { Conclusion } from '../model/run.ts'

/**
 * Whether anything failed at all. What the CI says of the run and its jobs decides; where it says nothing, its words in the log, failed
 * tests, and what the log complains about. Where signs are weak, it failed: people ask about logs because something went wrong.
 */
export function hasFailed(file: CaseFile, ranked: readonly Ranked[]): boolean {
  const conclusions = [file.run?.conclusion, ...file.jobs.map(job => job.conclusion)].filter(
    conclusion => conclusion !== undefined,
  )
  if (conclusions.some(conclusion => FAILED.has(conclusion)) || file.reports.some(report => report.failed > 0)) return true
  return conclusions.length === 0 && file.logs.some(log => logFailed(log, ranked))
}

const FAILED: ReadonlySet<Conclusion> = new Set(['failure', 'timed_out', 'cancelled', 'startup_failure', 'action_required'])

function logFailed(log: LogExtract, ranked: readonly Ranked[]): boolean {
  if (log.format === 'annotations') return true
  if (log.size.bytes === 0) return false
  if (log.verdict) return log.verdict === 'failed'
  if (log.sections.some(section => section.failed) || log.tests.some(report => report.failed > 0)) return true
  if (ranked.some(({ candidate, rank }) => candidate.log === log && candidate.kind !== 'lines' && rank > CLEAR)) return true
  return log.matches.some(match => match.role === 'symptom') || complainsAtEnd(log)
}

/** How certain a recognised cause must be (log-odds of being what a person would point at) where nothing else speaks. */
const CLEAR = -0.5
const ENDING = 25
const LAST = 8
const SHORT = 12

/** Whether the last lines say that something went wrong; in a few lines, which somebody may have cut out, weaker words do, too. */
function complainsAtEnd(log: LogExtract): boolean {
  const end = endOfWork(log)
  const spoken = log.lines.filter(line => line.n <= end && !line.echo && line.text.trim() !== '').map(line => line.text)
  const ending = spoken.slice(-ENDING)
  if (ending.slice(-LAST).some(text => SUCCESS.test(text))) return false
  const complaints = ending.filter(text => COMPLAINT.test(text) && !HARMLESS.test(text))
  if (spoken.length <= SHORT) return complaints.length > 0
  const testsPassed = log.tests.some(report => report.total > 0)
  return complaints.some(text => (testsPassed ? CROSS : OUTCRY).test(text))
}

/** What the runner does after the last step of the workflow tells nothing. */
const endOfWork = ({ sections, size }: LogExtract): number =>
  sections.findLast(({ kind, name }) => kind === 'step' && !/^(?:Post |Stop containers$|Complete job$)/.test(name))?.lines[1] ??
  size.lines

const CROSS = /[✖✗]/

/** Words with which tools say at their end that all went well. */
const SUCCESS =
  /\bBUILD SUCCESS|\bDone(?: with warnings)? in \d+(?:\.\d+)?m?s\b|\ball (?:tests|checks|specs) (?:have )?pass|\b(?:compiled|built|completed|finished|deployed) successfully|\bsuccessfully (?:compiled|built|completed|finished|deployed)|^OK \(\d+ tests/i

const COMPLAINT =
  /(?<![\w./-])(?:errors?|fatal|fail(?:ed|ure|s)?|panic(?:ked)?)(?![./-]?\w)|(?<![\w/-])[a-z]\w{0,60}(?:Error|Exception)(?![./-]?\w)|\b(?:abort(?:ed|ing)?|cannot|can't|could not|couldn't|unable to|undefined|not found|no such|denied|refused|rejected|timed? ?out|invalid|missing|mismatch|unexpected|unsupported|unknown \w+|not (?:available|supported|installed)|isn't|must be|does(?: not|n't)|did(?: not|n't)|segmentation fault|killed|traceback)\b|^E: |[✖✗×]/i

/** Of those, the ones that stand where tools put their verdict: at the beginning of what is said, or at its end. */
const OUTCRY =
  /^\W*(?:[\w./@+-]+: |\[[\w./-]+\] |\(\w+\) ){0,3}\W*(?:(?:\w+ )?(?:errors?|fatal|failed|failures?|panic(?:ked)?|exception|abort(?:ed|ing)?|traceback)(?=[:!\])\s]*(?:$|[:!([\d]| (?:in|at|on|to|while|when|during|code|from|generated)\b))|(?:cannot|can't|could not|couldn't|unable to|failed to) |segmentation fault|killed)|\b[A-Z]\w*(?:Error|Exception)\b: |\b(?:failed|aborted|failure)[.!]?$|\bhave failed\b|^E: |[✖✗]/i

const HARMLESS =
  /\b(?:0|no|zero|without(?: any)?) (?:errors?|failures?|failed|problems?|issues?)\b|\b(?:errors?|failures?|failed)\b[^\w\n]{0,3}\b0\b|\b(?:errors?|failures?|failed)\b.*: ?0\b|\bwarn(?:ing)?\b|\bignor(?:ed|ing)\b|\bskip(?:ped|ping)\b|\bdeprecat|\bfall(?:s|ing)? back\b|\bmoving along\b|\bwill be used\b|\bmust be built because\b|\bcache is not found|not found in (?:the )?(?:local )?cache|did(?: not|n't) (?:detect|find) any|^\[command\]|^[+$>] |✓|✔|\bok\b|\bPASS/i

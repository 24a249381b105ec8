import type { JobSafety, RerunSafety, ShownName } from './lint.ts'

/**
 * `safe`: nothing that the file shows is done twice. `unsafe`: something that was done, or half done, is done again. `sets-off`: what is run
 * again goes on to something that was not done yet. `needs-full-rerun`: it would use outputs that the earlier attempt made. `unknown`: the
 * file does not tell.
 */
export type SafetyVerdict = 'safe' | 'needs-full-rerun' | 'unknown' | 'sets-off' | 'unsafe'

export interface SafetyFinding {
  readonly verdict: Exclude<SafetyVerdict, 'safe'>
  /** By its key; null where it is about the whole file. */
  readonly job: string | null
  /** 1-based; null where no line says it. */
  readonly line: number | null
  /** A sentence. */
  readonly text: string
}

export interface SafetyJudgement {
  readonly verdict: SafetyVerdict
  /** The gravest first. */
  readonly findings: readonly SafetyFinding[]
}

const GRAVEST: readonly SafetyVerdict[] = ['unsafe', 'sets-off', 'unknown', 'needs-full-rerun']

/**
 * Whether it is safe to run jobs again.
 * @param jobs as GitHub shows them; `all`: the whole run
 * @param ran as GitHub shows them: those that were not skipped
 */
export function judgeSafety(safety: RerunSafety, jobs: readonly string[] | 'all', ran: readonly string[]): SafetyJudgement {
  if (safety.unread !== undefined)
    return concluded([
      { verdict: 'unknown', job: null, line: null, text: `${safety.file} could not be judged: ${safety.unread}.` },
    ])
  const { again, lost } = jobsAgain(safety, jobs)
  const hasRun = new Set(ran.flatMap(name => findJob(safety, name)?.key ?? []))
  return concluded([
    ...lost.map(
      (name): SafetyFinding => ({
        ...{ verdict: 'unknown', job: name, line: null },
        text: `${safety.file} declares no job that shows as ${name}.`,
      }),
    ),
    ...again.flatMap(job => [...effectsAgain(job, safety, hasRun), ...staleOutputs(job, again, safety)]),
  ])
}

/** What runs when jobs are run again: they and whatever needs them; `lost` are names that the file does not know. */
export function jobsAgain(
  safety: RerunSafety,
  jobs: readonly string[] | 'all',
): { readonly again: readonly JobSafety[]; readonly lost: readonly string[] } {
  if (jobs === 'all') return { again: safety.jobs, lost: [] }
  const named = jobs.map(name => [name, findJob(safety, name)] as const)
  const found = named.flatMap(([, job]) => job ?? [])
  return { again: withDependants(safety, found), lost: named.flatMap(([name, job]) => (job ? [] : [name])) }
}

function concluded(findings: readonly SafetyFinding[]): SafetyJudgement {
  const sorted = findings.toSorted((a, b) => GRAVEST.indexOf(a.verdict) - GRAVEST.indexOf(b.verdict))
  return { verdict: sorted[0]?.verdict ?? 'safe', findings: sorted }
}

/** The job that GitHub shows under a name. */
export const findJob = ({ jobs }: RerunSafety, name: string): JobSafety | undefined =>
  jobs.find(({ key }) => key === name) ?? jobs.find(({ shown }) => showsAs(shown, name))

/** Whether a name consists of these texts, with anything between them; in one pass, as workflows may mean harm. */
function showsAs({ parts, endings }: ShownName, name: string): boolean {
  const [first = '', ...rest] = parts
  if (!name.startsWith(first)) return false
  const last = rest.pop()
  let at = first.length
  for (const part of rest) {
    const found = name.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  if (last === undefined) return name.length === at || endings.some(ending => name.startsWith(ending, at))
  return name.length >= at + last.length && (name.endsWith(last) || endings.some(ending => name.includes(last + ending, at)))
}

/** Whoever needs a job that is run again is run again, too. */
function withDependants({ jobs }: RerunSafety, first: readonly JobSafety[]): readonly JobSafety[] {
  const keys = new Set(first.map(({ key }) => key))
  for (let before = -1; before < keys.size; ) {
    before = keys.size
    for (const { key, needs } of jobs) if (needs.some(need => keys.has(need))) keys.add(key)
  }
  return jobs.filter(({ key }) => keys.has(key))
}

function effectsAgain({ key, effects }: JobSafety, { file }: RerunSafety, ran: ReadonlySet<string>): SafetyFinding[] {
  return effects.map(({ is, line, text }) => {
    const how = ran.has(key) ? 'would run again, and' : 'would follow, and'
    const verdict = is === 'possible' ? 'unknown' : ran.has(key) ? 'unsafe' : 'sets-off'
    return { verdict, job: key, line, text: `The job ${key} ${how} ${text} (${file}:${line}).` }
  })
}

function staleOutputs({ key, outputsOf }: JobSafety, again: readonly JobSafety[], { file }: RerunSafety): SafetyFinding[] {
  return outputsOf
    .filter(({ job }) => !again.some(other => other.key === job))
    .map(({ job, line, text }) => ({
      verdict: 'needs-full-rerun',
      job: key,
      line,
      text: `The job ${key} uses ${text}, which ${job} made in an earlier attempt (${file}:${line}).`,
    }))
}

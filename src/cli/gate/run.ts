import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { judgeCanary } from '../../core/gate/canary.ts'
import { judgeCi } from '../../core/gate/ci.ts'
import { type Condition, type GateVerdict, gateVerdict } from '../../core/gate/condition.ts'
import { judgeIncidents } from '../../core/gate/incidents.ts'
import { judgeSlo } from '../../core/gate/slo.ts'
import { storedChecks } from '../../core/gate/stored-checks.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import type { Answer } from '../../core/ports/answer.ts'
import type { Check, CommitStanding } from '../../core/ports/commits.ts'
import { connectCommits, connectPrometheusQueries } from '../../integrations/connect.ts'
import { connectStanding } from '../../integrations/connect-github.ts'
import type { Run } from '../command.ts'
import { loadConfiguration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import type { Ending } from '../exit-code.ts'
import { printed } from '../history/printed.ts'
import { redactorOf } from '../redactor.ts'
import { withHistory } from '../store/open.ts'
import { safeLine } from '../terminal/safe-text.ts'
import { plain, type Style, styleOf } from '../terminal/style.ts'
import type { GateOptions } from './options.ts'
import { type Wanted, wantedOf } from './wanted.ts'

/** Looks at each condition, and says how all of them stand. */
export const runGate: Run<GateOptions> = async (options, environment) => {
  const configuration = await loadConfiguration(options.config, environment)
  const redact = redactorOf(configuration, environment.variables)
  const wanted = wantedOf(options, configuration.config.gate)
  environment.progress.show('looking at the conditions')
  const conditions = await conditionsOf(wanted, options, environment)
  const verdict = gateVerdict(conditions)
  const safe = (text: string) => safeLine(text, redact)
  const picture = () => told(verdict, conditions, styleOf(environment), safe)
  printed(options.json ? { verdict, conditions } : picture(), { ...environment, redact })
  return ENDINGS[verdict]
}

const ENDINGS: Readonly<Record<GateVerdict, Ending>> = {
  success: 'nothing failed',
  failure: 'failure found',
  inconclusive: 'inconclusive',
}

async function conditionsOf(wanted: Wanted, options: GateOptions, environment: Environment): Promise<readonly Condition[]> {
  const { ci, slo, prometheus, incidents, canary } = wanted
  const commit = ci || canary !== null ? await commitOf(options, environment) : ''
  const standing = ci?.from === 'github' || incidents !== null ? await standingOf(options, environment) : null
  const measurements =
    prometheus === null ? null : (await connectPrometheusQueries())({ url: prometheus, timeoutMs: options.timeout })
  return Promise.all([
    ...(ci ? [checksOf(ci.from, commit, standing, options, environment).then(answer => judgeCi(answer, { commit, ...ci }))] : []),
    ...(measurements ? slo.map(async one => judgeSlo(await measurements.now(one.query), one)) : []),
    ...(standing && incidents !== null ? [standing.openIssues(incidents).then(answer => judgeIncidents(answer, incidents))] : []),
    ...(canary === null ? [] : [judgeCanary(readJson(resolve(environment.directory, canary)), commit)]),
  ])
}

const FULL_HASH = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/

/** A whole hash needs no checkout. */
async function commitOf({ commit = 'HEAD' }: GateOptions, { directory }: Environment): Promise<string> {
  return FULL_HASH.test(commit) ? commit : (await (await connectCommits(directory)).find(commit)).commit
}

const standingOf = ({ repo }: GateOptions, { directory, variables }: Environment): Promise<CommitStanding> =>
  connectStanding({ repo, directory, variables })

const STORED_MS = 30 * 86_400_000

function checksOf(
  from: 'github' | 'store',
  commit: string,
  standing: CommitStanding | null,
  options: GateOptions,
  environment: Environment,
): Promise<Answer<readonly Check[]>> {
  if (from === 'github' && standing) return standing.checks(commit)
  return asAnswer(async () => {
    const untilMs = (options.now ?? environment.now()).getTime() + 1
    const window = { ...(options.repo !== undefined && { repository: options.repo }), sinceMs: untilMs - STORED_MS, untilMs }
    let checks: readonly Check[] = []
    await withHistory(options, environment, async ({ store }) => {
      checks = await storedChecks(store.jobs(window), commit)
      return 'nothing failed'
    })
    return checks
  })
}

/** What cannot be had is no reason to stop: it is why nobody can tell. */
async function asAnswer<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await work() }
  } catch (error) {
    if (!(error instanceof SherpaError) || error.kind === 'usage') throw error
    return { trouble: { code: error.code, kind: error.kind, message: error.message } }
  }
}

function readJson(path: string): Answer<unknown> {
  try {
    return { value: JSON.parse(readFileSync(path, 'utf8')) }
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is not JSON' : 'it cannot be read'
    return { trouble: { code: 'canary-unreadable', kind: 'world', message: `${path}: ${why}` } }
  }
}

function told(verdict: GateVerdict, conditions: readonly Condition[], style: Style, safe: (text: string) => string): string {
  const { paint } = style
  const sign = { success: paint.good('✔'), failure: paint.bad('✖'), inconclusive: paint.doubtful('•') }
  const lines = conditions.map(one => `  ${sign[one.verdict]} ${safe(one.text)}`)
  return plain(`${sign[verdict]} ${paint.headline(verdict)}\n\n${lines.join('\n')}\n`, style)
}

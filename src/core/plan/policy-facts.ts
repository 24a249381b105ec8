import type { Params, RemedyId } from '../model/plan.ts'
import type { PolicyFacts } from '../policy/facts.ts'
import { environmentsAgain } from '../rerun/environments-again.ts'
import { isRerun, runsAgain } from '../rerun/is-rerun.ts'
import { NATURES } from '../rerun/nature.ts'
import type { Proposal, Remedy, Situation } from './remedy.ts'

/** What the policy is asked about a proposal. */
export function policyFacts(situation: Situation, remedy: Remedy, proposal: Proposal): PolicyFacts {
  const { diagnosis, file, redJobs, pullRequest, nowMs, clockMs = nowMs } = situation
  const { params, costMinutes, job } = proposal
  const mended = redJobs.find(({ name }) => name === job) ?? redJobs[0]
  const { run } = file
  const now = new Date(clockMs)
  return {
    remedy: remedy.id,
    params,
    risk: proposal.risk ?? remedy.risk,
    reversible: proposal.reversible ?? remedy.reversible,
    costMinutes,
    failure: {
      category: mended?.category ?? diagnosis.category,
      nature: mended?.nature ?? NATURES[diagnosis.category],
      confidence: mended?.confidence ?? diagnosis.confidence,
      transient: mended?.chance ?? diagnosis.transient,
      fingerprint: mended?.fingerprint ?? diagnosis.failures[0]?.fingerprint ?? null,
      job,
    },
    run: {
      repository: run?.repository ?? null,
      workflow: run?.workflow ?? null,
      run: run?.run ?? null,
      attempt: run?.attempt ?? 1,
      event: run?.event ?? null,
      branch: run?.branch ?? null,
      base: run?.base ?? null,
      pullRequest: run?.pullRequest ?? null,
      commit: run?.commit ?? null,
      actor: run?.actor ?? null,
      triggeredBy: run?.triggeredBy ?? null,
      fork: run?.fork ?? null,
      files: run?.changes?.map(({ file }) => file) ?? null,
      labels: pullRequest?.labels ?? null,
      author: pullRequest?.author ?? null,
      title: pullRequest?.title ?? null,
    },
    environments: environmentsOf(situation, remedy.id, params),
    now: { at: now.toISOString(), weekday: now.getUTCDay(), hour: now.getUTCHours() },
  }
}

/** What deploys without saying where to. */
const DEPLOYS: ReadonlySet<RemedyId> = new Set(['roll-back-deployment', 'run-command'])

function environmentsOf(situation: Situation, remedy: RemedyId, { environment, job }: Params): readonly string[] | null {
  if (typeof environment === 'string') return [environment]
  if (remedy === 'rerun-run') return environmentsAgain(situation, 'all')
  if (isRerun(remedy))
    return environmentsAgain(situation, typeof job === 'string' ? [job] : situation.redJobs.map(({ name }) => name))
  return runsAgain(remedy) || DEPLOYS.has(remedy) ? null : []
}

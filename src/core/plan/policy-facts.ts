import type { Params, RemedyId } from '../model/plan.ts'
import type { PolicyFacts } from '../policy/facts.ts'
import { runsAgain } from '../rerun/is-rerun.ts'
import { NATURES } from '../rerun/nature.ts'
import type { Proposal, Remedy, Situation } from './remedy.ts'

/** What the policy is asked about a proposal. */
export function policyFacts({ diagnosis, file, redJobs, nowMs }: Situation, remedy: Remedy, proposal: Proposal): PolicyFacts {
  const { params, costMinutes, job } = proposal
  const mended = redJobs.find(({ name }) => name === job) ?? redJobs[0]
  const { run } = file
  const now = new Date(nowMs)
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
      labels: null,
    },
    environments: environmentsOf(remedy.id, params),
    now: { at: now.toISOString(), weekday: now.getUTCDay(), hour: now.getUTCHours() },
  }
}

/** What deploys without saying where to, beside jobs that are run again and may. */
const DEPLOYS: ReadonlySet<RemedyId> = new Set(['roll-back-deployment', 'run-command'])

function environmentsOf(remedy: RemedyId, { environment }: Params): readonly string[] | null {
  if (typeof environment === 'string') return [environment]
  return runsAgain(remedy) || DEPLOYS.has(remedy) ? null : []
}

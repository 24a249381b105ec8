import type { Target } from '../model/ledger.ts'
import { type Action, type Plan, REMEDY_IDS, type Reason, type RemedyId } from '../model/plan.ts'
import type { AttemptKey } from '../model/run.ts'
import type { PolicyFacts } from '../policy/facts.ts'
import type { Guarded } from '../policy/guards.ts'
import type { Wanted } from '../policy/spent.ts'
import { type Decision, strictest } from '../policy/strictest.ts'
import { remedies } from '../remedies/index.ts'
import { policyFacts } from './policy-facts.ts'
import type { Proposal, Remedy, Situation } from './remedy.ts'
import { refusalOf } from './valid-params.ts'

/** What decides, beside what a remedy itself thinks. */
export interface Authorities {
  /** The policy: built in, or an engine's. Never throws: what cannot be evaluated is denied. */
  decide(facts: readonly PolicyFacts[]): Promise<readonly Decision[]>
  /** The circumstances and limits that no policy loosens. */
  guard(facts: PolicyFacts, wanted: Wanted): Guarded
  /** A hash of a text, in hexadecimal digits. */
  digest(text: string): string
}

/** The most promising first. */
const BY_PROMISE = remedies.toSorted((a, b) => REMEDY_IDS.indexOf(a.id) - REMEDY_IDS.indexOf(b.id))

/**
 * What is to be done about a failed attempt. The same case, policy and circumstances give the same plan; one use of a remedy that cannot be
 * leaves nothing of it.
 * @param only consider this remedy alone
 */
export async function makePlan(
  situation: Situation,
  { decide, guard, digest }: Authorities,
  only?: RemedyId,
  known: readonly Remedy[] = BY_PROMISE,
): Promise<Plan> {
  const target = targetOf(situation)
  const proposed = known
    .filter(({ id }) => only === undefined || id === only)
    .flatMap(remedy => remedy.propose(situation).map(proposal => ({ remedy, proposal })))
  const refused = refusalOf(
    proposed.map(({ remedy, proposal }) => ({ remedy: remedy.id, params: proposal.params })),
    known,
  )
  if (refused) return planOf({ target, actions: [], nothing: refused }, digest)
  const facts = proposed.map(({ remedy, proposal }) => policyFacts(situation, remedy, proposal))
  const decisions = await decide(facts)
  const actions = proposed.map(({ remedy, proposal }, i) => {
    const policy = decisions[i] ?? strictest([])
    const guarded = guard(facts[i] as PolicyFacts, {
      remedy: remedy.id,
      target: touched(situation, remedy, proposal),
      costMinutes: proposal.costMinutes,
    })
    const decision = strictest([proposal.judged, policy, guarded])
    const notBeforeMs = Math.max(proposal.notBeforeMs, guarded.notBeforeMs ?? 0)
    return actionOf({ remedy, proposal: { ...proposal, notBeforeMs }, decision, target, nowMs: situation.nowMs }, digest)
  })
  return planOf({ target, actions, nothing: nothingOf(situation, target, actions) }, digest)
}

function planOf(content: Omit<Plan, 'schema' | 'id'>, digest: Authorities['digest']): Plan {
  const timeless = { ...content, actions: content.actions.map(({ notBefore: _, ...action }) => action) }
  return { schema: 'sherpa.plan/1', id: `plan:${digest(JSON.stringify(timeless)).slice(0, 32)}`, ...content }
}

/** What a use of a remedy would touch. */
export function touched(
  { file: { run }, redJobs, diagnosis }: Situation,
  remedy: Remedy,
  { params, job }: Pick<Proposal, 'params' | 'job'>,
): Target {
  const target = {
    repository: run?.repository ?? '',
    workflow: run?.workflow ?? null,
    run: run?.run ?? null,
    attempt: run?.attempt ?? null,
    commit: run?.commit ?? null,
    fingerprint: redJobs.find(({ name }) => name === job)?.fingerprint ?? diagnosis.failures[0]?.fingerprint ?? null,
    job,
  }
  return { ...target, thing: remedy.thing(target, params) }
}

function targetOf({ file: { run } }: Situation): AttemptKey | null {
  if (run?.repository === undefined || run.run === undefined) return null
  return { repository: run.repository, run: run.run, attempt: run.attempt ?? 1 }
}

interface Decided {
  readonly remedy: Remedy
  readonly proposal: Proposal
  readonly decision: Decision
  readonly target: AttemptKey | null
  readonly nowMs: number
}

function actionOf({ remedy, proposal, decision, target, nowMs }: Decided, digest: Authorities['digest']): Action {
  const { params, because, costMinutes, notBeforeMs } = proposal
  return {
    id: `action:${digest(JSON.stringify([target, remedy.id, params])).slice(0, 32)}`,
    remedy: remedy.id,
    params,
    title: remedy.title(params),
    because,
    ...decision,
    risk: proposal.risk ?? remedy.risk,
    reversible: proposal.reversible ?? remedy.reversible,
    costMinutes,
    notBefore: notBeforeMs > nowMs ? new Date(notBeforeMs).toISOString() : null,
  }
}

/** Why nothing is done, where nothing is. */
function nothingOf({ diagnosis, redJobs }: Situation, target: AttemptKey | null, actions: readonly Action[]): Reason | null {
  if (actions.some(({ verdict }) => verdict !== 'deny')) return null
  const refused = actions[0]?.reasons[0]
  if (refused) return refused
  if (diagnosis.failures.length === 0) return { code: 'nothing-failed', text: 'Nothing failed.' }
  const lasting = redJobs.find(({ nature }) => nature === 'deterministic')
  if (lasting)
    return { code: 'deterministic', text: `${lasting.name} failed for a reason that only a change mends: ${lasting.title}.` }
  const text = target
    ? `No remedy is known for this failure (${diagnosis.category}).`
    : `What was read names no run to act on (${diagnosis.category}): give a run, or a run document.`
  return { code: 'no-remedy', text }
}

import { type ApprovalTerms, approvalOf, approve } from '../../core/heal/approval.ts'
import { execute } from '../../core/heal/execute.ts'
import { type Execution, entryOf, NOBODY_ASKED } from '../../core/heal/execution.ts'
import { verify } from '../../core/heal/verify.ts'
import type { LedgerEntry } from '../../core/model/ledger.ts'
import type { Action, Plan } from '../../core/model/plan.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import { touched } from '../../core/plan/make-plan.ts'
import type { Situation, World } from '../../core/plan/remedy.ts'
import type { Limits } from '../../core/policy/limits.ts'
import { objection } from '../../core/policy/objection.ts'
import type { Ledger } from '../../core/ports/ledger.ts'
import { remedies } from '../../core/remedies/index.ts'
import type { Configuration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import type { Printer } from '../output/print.ts'
import { safeLine } from '../terminal/safe-text.ts'
import { consentTo } from './approval.ts'
import { actingClock } from './clock.ts'
import { stopped } from './kill-switch.ts'
import type { Memory } from './memory.ts'
import type { Shown } from './show.ts'
import { createTell, type Tell } from './tell.ts'
import { whoApproves } from './who-approves.ts'
import { connectWorld, repositoryOf } from './world.ts'

interface Tools {
  readonly limits: Limits
  readonly memory: Memory
  readonly print: Printer
  readonly configuration: Configuration
  readonly environment: Environment
}

/** A plan that was shown, when by the real clock in epoch milliseconds, and how it is to be carried out. */
interface ShownPlan extends Shown {
  readonly options: Shown['options'] & { readonly yes: boolean; readonly now?: Date }
  readonly shownMs: number
}

/** What a plan looks back on. */
const LOOK_BACK_MS = 30 * 86_400_000
/** That of a run. */
const PACE = { everyMs: 10_000, forMs: 60 * 60_000 }

/** `stale`: a person said yes to a plan that was shown too long ago. */
export type Acted = 'healed' | 'not-healed' | 'stale'

/** Does what the plan allows, the most promising first and one thing at a time. */
export async function act(shown: ShownPlan, tools: Tools): Promise<Acted> {
  const { situation, plan, options, shownMs } = shown
  const { memory, print, configuration, environment, limits } = tools
  const { ledger } = memory
  const nowMs = actingClock(options, environment)
  const tell = createTell(environment, options, print.hide)
  if (!ledger) return untouched(memory)
  const entries = await ledger.entries({ sinceMs: nowMs() - LOOK_BACK_MS })
  const chosen = choose(plan, entries, options.yes)
  if (!chosen) {
    await withhold(shown, ledger, nowMs())
    return 'not-healed'
  }
  if (chosen.notBefore !== null && Date.parse(chosen.notBefore) > nowMs()) {
    tell(`It is too early: run this again after ${chosen.notBefore}.`)
    await withhold({ situation, plan: { ...plan, actions: [tooEarly(chosen, chosen.notBefore)] } }, ledger, nowMs())
    return 'not-healed'
  }
  const repository = repositoryOf(situation.file)
  const terms = termsOf(limits, repository, environment)
  const who = () => whoApproves(repository, limits.approvers, environment)
  const consent = await consentTo(
    chosen,
    { plan, isAskedFor: isAskedFor(situation), yes: options.yes, entries, terms, shownMs, who },
    environment,
    tell,
  )
  if (consent === null) return 'not-healed'
  if (consent === 'stale') {
    tell(`Nothing was done: the plan was shown more than ${limits.approvalMinutes} minutes ago, and has to be made anew.`)
    return 'stale'
  }
  const execution = executionOf(situation, chosen, plan.id, consent.by)
  if (consent.isNew) {
    const stop = await stopped(repository, limits.killSwitch, environment)
    if (stop !== null) {
      tell(`Nothing was done: ${stop}`)
      return 'not-healed'
    }
    await approve(execution, { ledger, terms })
  }
  if (plan.target) await memory.recordPlan({ id: plan.id, ...plan.target, plannedMs: nowMs(), actions: plan.actions })
  const { thing } = execution.subject.target
  const world = await connectWorld({ repository, thing, configuration }, environment)
  const done = await execute(execution, {
    ledger,
    world,
    limit: (entries, { subject: { target }, action: { remedy, costMinutes } }) =>
      objection(entries, { remedy, target, costMinutes }, limits, nowMs()),
    approvals: terms,
    now: nowMs,
  })
  tell(`${chosen.title}: ${done.event} — ${done.detail}`)
  if (done.event !== 'done' || !done.effect) return 'not-healed'
  const state = await follow(execution, done.effect, { ledger, world, environment, tell, nowMs })
  if (plan.target && state !== 'pending')
    await memory.recordOutcome({
      action: chosen.id,
      atMs: nowMs(),
      status: state,
      detail: done.detail,
      verified: state === 'healed',
    })
  return state === 'healed' && !leavesRed(execution) ? 'healed' : 'not-healed'
}

const leavesRed = ({ remedy: { leavesRunRed = false }, subject: { params } }: Execution) =>
  typeof leavesRunRed === 'function' ? leavesRunRed(params) : leavesRunRed

/** What holds the ledger and cannot be used stopped the plan already; that there is none at all did not. */
function untouched({ lost }: Memory): Acted {
  if (lost !== null) return 'not-healed'
  throw new SherpaError({ code: 'no-ledger', kind: 'world', message: 'the ledger cannot be opened, so nothing is done' })
}

/** The most promising; where nobody is to be asked, of those that nobody has to be asked about any more. */
function choose({ actions }: Plan, entries: readonly LedgerEntry[], yes: boolean): Action | undefined {
  const possible = actions.filter(({ verdict }) => verdict !== 'deny')
  const passed = possible.find(({ id, verdict }) => verdict === 'allow' || approvalOf(entries, id) !== undefined)
  return (yes ? passed : undefined) ?? possible[0]
}

const isAskedFor = ({ askedRerun, containers = [] }: Situation) =>
  askedRerun !== undefined || containers.some(({ asked }) => asked !== null)

/** What a yes is worth. @param repository undefined where no CI is asked who says it */
export const termsOf = (
  { approvers, approvalMinutes }: Limits,
  repository: string | undefined,
  environment: Pick<Environment, 'now'>,
): ApprovalTerms => ({
  validMs: approvalMinutes * 60_000,
  approvers,
  whose: repository === undefined ? 'account' : 'login',
  nowMs: () => environment.now().getTime(),
})

/** One action of a plan, to be carried out. */
export function executionOf(situation: Situation, action: Action, plan: string, by: string): Execution {
  const remedy = remedies.find(({ id }) => id === action.remedy)
  if (!remedy) throw new Error(`the plan names ${action.remedy}`)
  const proposal = {
    params: action.params,
    job: typeof action.params['job'] === 'string' ? action.params['job'] : null,
  }
  const target = touched(situation, remedy, proposal)
  return { action, remedy, subject: { action: action.id, target, params: action.params }, plan, by }
}

interface Following {
  readonly ledger: Ledger
  readonly world: World
  readonly environment: Environment
  readonly tell: Tell
  nowMs(): number
}

async function follow(
  execution: Execution,
  effect: NonNullable<Awaited<ReturnType<typeof execute>>['effect']>,
  { ledger, world, environment, tell, nowMs }: Following,
) {
  const { remedy, subject } = execution
  const { everyMs, forMs } = remedy.pace ?? PACE
  const line = entryOf(execution, nowMs(), { event: 'done', effect })
  const { state, detail } = await verify(
    { remedy, subject, effect, line },
    {
      ledger,
      world,
      now: nowMs,
      rest: () => new Promise(resolve => setTimeout(resolve, everyMs)),
      untilMs: nowMs() + forMs,
      onProgress: text => environment.progress.show(safeLine(text)),
    },
  )
  tell(`${state}: ${detail}`)
  return state
}

/** What was not done is on record, too, with the reason. */
async function withhold({ situation, plan }: Pick<Shown, 'situation' | 'plan'>, ledger: Ledger, atMs: number): Promise<void> {
  const refused = plan.actions.map(action => executionOf(situation, action, plan.id, NOBODY_ASKED))
  const repository = situation.file.run?.repository ?? ''
  await ledger.append({ repository, sinceMs: atMs }, () =>
    refused.map(execution => entryOf(execution, atMs, { event: 'withheld' })),
  )
}

const tooEarly = (action: Action, notBefore: string): Action => ({
  ...action,
  reasons: [{ code: 'wait', text: `Not before ${notBefore}.` }, ...action.reasons],
})

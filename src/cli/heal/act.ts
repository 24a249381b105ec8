import { type Execution, entryOf, execute } from '../../core/heal/execute.ts'
import { verify } from '../../core/heal/verify.ts'
import type { Action } from '../../core/model/plan.ts'
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
import { approved } from './approval.ts'
import { actingClock } from './clock.ts'
import type { Memory } from './memory.ts'
import type { Shown } from './show.ts'
import { createTell, type Tell } from './tell.ts'
import { connectWorld, repositoryOf } from './world.ts'

interface Tools {
  readonly limits: Limits
  readonly memory: Memory
  readonly print: Printer
  readonly configuration: Configuration
  readonly environment: Environment
}

/** That of a run. */
const PACE = { everyMs: 10_000, forMs: 60 * 60_000 }

/** Does what the plan allows, the most promising first and one thing at a time; says whether the run is healed. */
export async function act(shown: Shown, { memory, print, configuration, environment, limits }: Tools): Promise<boolean> {
  const { situation, plan, options } = shown
  const { ledger } = memory
  if (!ledger) throw noLedger()
  const nowMs = actingClock(options, environment)
  const tell = createTell(environment, options, print.hide)
  const chosen = plan.actions.find(action => action.verdict !== 'deny')
  if (!chosen) {
    await withhold(shown, ledger, nowMs())
    return false
  }
  const by = await approved(chosen, { yes: options.yes, approvers: limits.approvers }, environment, tell)
  if (by === null) return false
  if (chosen.notBefore !== null && Date.parse(chosen.notBefore) > nowMs()) {
    tell(`It is too early: run this again after ${chosen.notBefore}.`)
    await withhold({ ...shown, plan: { ...plan, actions: [tooEarly(chosen, chosen.notBefore)] } }, ledger, nowMs())
    return false
  }
  const execution = executionOf(situation, chosen, plan.id, by)
  if (plan.target) await memory.recordPlan({ id: plan.id, ...plan.target, plannedMs: nowMs(), actions: plan.actions })
  const { thing } = execution.subject.target
  const world = await connectWorld({ repository: repositoryOf(situation.file), thing, configuration }, environment)
  const done = await execute(execution, {
    ledger,
    world,
    limit: (entries, { subject: { target }, action: { remedy, costMinutes } }) =>
      objection(entries, { remedy, target, costMinutes }, limits, nowMs()),
    now: nowMs,
  })
  tell(`${chosen.title}: ${done.event} — ${done.detail}`)
  if (done.event !== 'done' || !done.effect) return false
  const state = await follow(execution, done.effect, { ledger, world, environment, tell, nowMs })
  if (plan.target && state !== 'pending')
    await memory.recordOutcome({
      action: chosen.id,
      atMs: nowMs(),
      status: state,
      detail: done.detail,
      verified: state === 'healed',
    })
  return state === 'healed' && !leavesRed(execution)
}

const leavesRed = ({ remedy: { leavesRunRed = false }, subject: { params } }: Execution) =>
  typeof leavesRunRed === 'function' ? leavesRunRed(params) : leavesRunRed

function executionOf(situation: Situation, action: Action, plan: string, by: string): Execution {
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
async function withhold({ situation, plan }: Shown, ledger: Ledger, atMs: number): Promise<void> {
  const refused = plan.actions.map(action => executionOf(situation, action, plan.id, 'sherpa'))
  const repository = situation.file.run?.repository ?? ''
  await ledger.append({ repository, sinceMs: atMs }, () =>
    refused.map(execution => entryOf(execution, atMs, { event: 'withheld' })),
  )
}

const tooEarly = (action: Action, notBefore: string): Action => ({
  ...action,
  reasons: [{ code: 'wait', text: `Not before ${notBefore}.` }, ...action.reasons],
})

const noLedger = () =>
  new SherpaError({ code: 'no-ledger', kind: 'world', message: 'the ledger cannot be opened, so nothing is done' })

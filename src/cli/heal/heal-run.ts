import { createKnowledge } from '../../core/log/read.ts'
import type { Situation } from '../../core/plan/remedy.ts'
import { situationOf } from '../../core/plan/situation.ts'
import type { AskedRerun } from '../../core/rerun/asked-rerun.ts'
import { frameworks } from '../../core/tests/index.ts'
import { type Configuration, loadConfiguration } from '../configuration.ts'
import { containerCases } from '../containers/cases.ts'
import { gather } from '../diagnose/gather.ts'
import type { Environment } from '../environment.ts'
import type { Ending } from '../exit-code.ts'
import { createPrinter } from '../output/print.ts'
import { act } from './act.ts'
import { actingClock } from './clock.ts'
import { forPerson } from './for-person.ts'
import { type Memory, openMemory } from './memory.ts'
import type { HealOptions } from './options.ts'
import { planFor } from './plan-for.ts'
import { type Shown, show } from './show.ts'
import { connectEngine, rerunSafety, trunkOf } from './world.ts'

/** What is wanted of a run. */
export interface Errand {
  readonly options: HealOptions
  /** A re-run that a person asked for, and nothing else. */
  readonly askedRerun?: AskedRerun
  /** The diagnosis is shown, too, to those who read text. */
  readonly tellsWhy: boolean
  /** Throws a SherpaError where what was asked for does not fit the run. */
  readonly check?: (situation: Situation) => void
}

/** Evidence, diagnosis, plan; and, unless only the plan is wanted, what the policy allows of it. */
export async function healRun(errand: Errand, environment: Environment): Promise<Ending> {
  const { options, askedRerun, tellsWhy, check } = errand
  const configuration = await loadConfiguration(options.config, environment)
  const print = await createPrinter({ json: options.json }, configuration, environment)
  const memory = await openMemory(options, configuration, environment)
  try {
    const situation = await situationFor(errand, configuration, environment, memory)
    check?.(situation)
    const { policy } = configuration.config
    const limits = askedRerun ? forPerson(policy) : policy
    const only = askedRerun?.remedy ?? options.only
    const plan = await planFor(situation, { configuration, memory, environment, limits, only })
    environment.progress.clear()
    const shown = { situation, plan, options }
    await show(shown, { print, environment, tellsWhy })
    if (isWell(shown)) return 'nothing failed'
    if (options.dryRun) return 'failure found'
    return (await act(shown, { limits, memory, print, configuration, environment })) ? 'nothing failed' : 'failure found'
  } finally {
    await memory.close()
  }
}

/** Nothing failed, nothing hangs, and nobody asked for what can be done all the same. */
function isWell({ situation: { diagnosis, askedRerun }, plan: { actions } }: Shown): boolean {
  if (diagnosis.failures.length > 0) return false
  return askedRerun ? actions.length === 0 : actions.every(({ remedy }) => remedy !== 'cancel-run')
}

async function situationFor(
  { options, askedRerun }: Errand,
  configuration: Configuration,
  environment: Environment,
  memory: Memory,
): Promise<Situation> {
  const { config, rules } = configuration
  const knowledge = createKnowledge({ rules, frameworks })
  const gathered = await gather(options.input, {
    options: { ...options, inputs: [options.input], junit: [] },
    configuration,
    knowledge,
    environment,
  })
  const file = await memory.recall(gathered)
  const nowMs = options.dryRun && options.now ? options.now.getTime() : actingClock(options, environment)()
  const safety = await rerunSafety(file, environment, { isAsked: askedRerun !== undefined })
  const trunk = askedRerun ? undefined : await trunkOf(file, environment)
  const situation: Situation = {
    ...situationOf(file, knowledge, nowMs, safety),
    commands: config.commands,
    dispatch: config.dispatch,
    debugLogging: config.reruns.debug,
    ...(config.hung.minutes !== undefined && { hungMinutes: config.hung.minutes }),
    ...(askedRerun && { askedRerun }),
    ...(config.quarantine && { quarantine: config.quarantine }),
    ...(trunk && { trunk }),
  }
  if (options.container === undefined) return situation
  const question = { name: options.container, asked: null, to: null, nowMs }
  return { ...situation, containers: await containerCases(question, await connectEngine(environment), memory.ledger) }
}

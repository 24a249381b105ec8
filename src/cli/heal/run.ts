import { createKnowledge } from '../../core/log/read.ts'
import type { Situation } from '../../core/plan/remedy.ts'
import { situationOf } from '../../core/plan/situation.ts'
import { frameworks } from '../../core/tests/index.ts'
import type { Run } from '../command.ts'
import { type Configuration, loadConfiguration } from '../configuration.ts'
import { containerCases } from '../containers/cases.ts'
import { gather } from '../diagnose/gather.ts'
import type { Environment } from '../environment.ts'
import { createPrinter } from '../output/print.ts'
import { act } from './act.ts'
import { actingClock } from './clock.ts'
import { type Memory, openMemory } from './memory.ts'
import type { HealOptions } from './options.ts'
import { planFor } from './plan-for.ts'
import { show } from './show.ts'
import { connectEngine, rerunSafety } from './world.ts'

/** Evidence, diagnosis, plan; and, unless only the plan is wanted, what the policy allows of it. */
export const runHeal: Run<HealOptions> = async (options, environment) => {
  const configuration = await loadConfiguration(options.config, environment)
  const print = await createPrinter({ json: options.json }, configuration, environment)
  const memory = await openMemory(options, configuration, environment)
  try {
    const situation = await situationFor(options, configuration, environment, memory)
    const { policy: limits } = configuration.config
    const plan = await planFor(situation, { configuration, memory, environment, limits, only: options.only })
    environment.progress.clear()
    await show({ situation, plan, options }, print, environment)
    if (situation.diagnosis.failures.length === 0) return 'nothing failed'
    if (options.dryRun) return 'failure found'
    return (await act({ situation, plan, options }, { limits, memory, print, configuration, environment }))
      ? 'nothing failed'
      : 'failure found'
  } finally {
    await memory.close()
  }
}

async function situationFor(
  options: HealOptions,
  configuration: Configuration,
  environment: Environment,
  memory: Memory,
): Promise<Situation> {
  const knowledge = createKnowledge({ rules: configuration.rules, frameworks })
  const gathered = await gather(options.input, {
    options: { ...options, inputs: [options.input], junit: [] },
    configuration,
    knowledge,
    environment,
  })
  const file = await memory.recall(gathered)
  const nowMs = options.dryRun && options.now ? options.now.getTime() : actingClock(options, environment)()
  const safety = await rerunSafety(file, environment)
  const situation = { ...situationOf(file, knowledge, nowMs, safety), commands: configuration.config.commands }
  if (options.container === undefined) return situation
  const question = { name: options.container, asked: null, to: null, nowMs }
  return { ...situation, containers: await containerCases(question, await connectEngine(environment), memory.ledger) }
}

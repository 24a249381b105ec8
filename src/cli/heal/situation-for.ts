import { createKnowledge } from '../../core/log/read.ts'
import type { Situation } from '../../core/plan/remedy.ts'
import { situationOf } from '../../core/plan/situation.ts'
import { outageOf, testsOf } from '../../core/policy/outage.ts'
import type { AskedRerun } from '../../core/rerun/asked-rerun.ts'
import { frameworks } from '../../core/tests/index.ts'
import type { Configuration } from '../configuration.ts'
import { containerCases } from '../containers/cases.ts'
import { gather } from '../diagnose/gather.ts'
import type { Environment } from '../environment.ts'
import { redactorOf } from '../redactor.ts'
import { actingClock } from './clock.ts'
import type { Memory } from './memory.ts'
import type { CaseOptions } from './options.ts'
import { redWorkflowsOf } from './red-workflows.ts'
import { connectEngine, pullRequestOf, rerunSafety, trunkOf } from './world.ts'

/** What is looked at. */
interface Case {
  readonly options: CaseOptions & { readonly dryRun: boolean }
  /** A re-run that a person asked for. */
  readonly askedRerun?: AskedRerun
}

/** Evidence and diagnosis, seen by those who would mend it. */
export async function situationFor(
  { options, askedRerun }: Case,
  { configuration, environment, memory }: { configuration: Configuration; environment: Environment; memory: Memory },
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
  const isThought = options.dryRun && options.now !== undefined
  const nowMs = isThought ? options.now.getTime() : actingClock(options, environment)()
  const [safety, pullRequest, red, trunk] = await Promise.all([
    rerunSafety(file, environment, { isAsked: askedRerun !== undefined }),
    pullRequestOf(file, environment),
    redWorkflowsOf(file, { nowMs, memory }, environment),
    askedRerun ? undefined : trunkOf(file, environment),
  ])
  const seen = situationOf(file, knowledge, nowMs, safety)
  const redness = { failedJobs: seen.redJobs.length, tests: testsOf(file), redWorkflows: red }
  const outage = outageOf(redness, config.policy.outage)
  const situation: Situation = {
    ...seen,
    ...(pullRequest && { pullRequest }),
    ...(outage !== null && { outage }),
    hide: redactorOf(configuration, environment.variables),
    commands: config.commands,
    dispatch: config.dispatch,
    debugLogging: config.reruns.debug,
    ...(config.hung.minutes !== undefined && { hungMinutes: config.hung.minutes }),
    ...(askedRerun && { askedRerun }),
    ...(config.quarantine && { quarantine: config.quarantine }),
    ...(trunk && { trunk }),
    clockMs: isThought ? nowMs : environment.now().getTime(),
  }
  if (options.container === undefined) return situation
  const question = { name: options.container, asked: null, to: null, nowMs }
  return { ...situation, containers: await containerCases(question, await connectEngine(environment), memory.ledger) }
}

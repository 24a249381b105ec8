import { createKnowledge } from '../../core/log/read.ts'
import type { CaseFile } from '../../core/model/case-file.ts'
import { situationOf } from '../../core/plan/situation.ts'
import { escapeRisky } from '../../core/report/inert-json.ts'
import { frameworks } from '../../core/tests/index.ts'
import { loadConfiguration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import type { Ending } from '../exit-code.ts'
import { act } from '../heal/act.ts'
import { forPerson } from '../heal/for-person.ts'
import { openMemory } from '../heal/memory.ts'
import { planFor } from '../heal/plan-for.ts'
import { renderPlan } from '../heal/show.ts'
import { connectEngine } from '../heal/world.ts'
import { createPrinter } from '../output/print.ts'
import { safeLine } from '../terminal/safe-text.ts'
import { containerCases } from './cases.ts'

/** One remedy for the containers that a person names. */
export interface ContainersOptions {
  readonly name: string
  readonly remedy: 'restart-container' | 'roll-back-container'
  /** An image that a person named. */
  readonly to: string | null
  readonly dryRun: boolean
  readonly yes: boolean
  readonly json: boolean
  readonly store?: string
  readonly config?: string
}

/** Goes the way of every remedy, for one that a person asked for: plan, policy, ledger, act, verify. */
export async function healContainers(asked: ContainersOptions, environment: Environment): Promise<Ending> {
  const options = { ...asked, input: asked.name }
  const configuration = await loadConfiguration(options.config, environment)
  const containers = await connectEngine(environment)
  const print = await createPrinter({ json: options.json }, configuration, environment)
  const memory = await openMemory(options, configuration, environment)
  try {
    const nowMs = environment.now().getTime()
    const { name, remedy, to } = options
    const cases = await containerCases({ name, asked: remedy, to, nowMs }, containers, memory.ledger)
    const knowledge = createKnowledge({ rules: configuration.rules, frameworks })
    const situation = { ...situationOf(NO_EVIDENCE, knowledge, nowMs), containers: cases }
    const limits = forPerson(configuration.config.policy)
    const plan = await planFor(situation, { configuration, memory, environment, limits, only: remedy })
    const shown = await print.redacted({ plan })
    const text = options.json
      ? `${escapeRisky(JSON.stringify(shown))}\n`
      : renderPlan(shown.plan, { color: environment.out.colour, safe: text => safeLine(text, print.hide) })
    environment.out.write(text)
    if (options.dryRun) return 'failure found'
    for (const action of plan.actions) {
      const tools = { memory, print, configuration, environment, limits }
      const one = { situation, plan: { ...plan, actions: [action] }, options, shownMs: nowMs }
      if ((await act(one, tools)) !== 'healed') return 'failure found'
    }
    return 'nothing failed'
  } finally {
    await memory.close()
  }
}

/** Nobody read a log: a person saw what is wrong. */
const NO_EVIDENCE: CaseFile = {
  schema: 'sherpa.case/1',
  source: { kind: 'command', name: 'containers' },
  run: null,
  jobs: [],
  logs: [],
  reports: [],
  notes: [],
}

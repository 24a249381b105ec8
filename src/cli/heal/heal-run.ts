import type { Situation } from '../../core/plan/remedy.ts'
import type { AskedRerun } from '../../core/rerun/asked-rerun.ts'
import { loadConfiguration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import type { Ending } from '../exit-code.ts'
import { createPrinter } from '../output/print.ts'
import { act } from './act.ts'
import { forPerson } from './for-person.ts'
import { openMemory } from './memory.ts'
import type { HealOptions } from './options.ts'
import { planFor } from './plan-for.ts'
import { type Shown, show } from './show.ts'
import { situationFor } from './situation-for.ts'

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
  const { policy } = configuration.config
  const limits = askedRerun ? forPerson(policy) : policy
  const only = askedRerun?.remedy ?? options.only
  try {
    for (;;) {
      const situation = await situationFor(errand, { configuration, environment, memory })
      check?.(situation)
      const plan = await planFor(situation, { configuration, memory, environment, limits, only })
      environment.progress.clear()
      const shown = { situation, plan, options, shownMs: environment.now().getTime() }
      await show(shown, { print, environment, tellsWhy })
      if (isWell(shown)) return 'nothing failed'
      if (options.dryRun) return 'failure found'
      const acted = await act(shown, { limits, memory, print, configuration, environment })
      if (acted !== 'stale' || options.json) return acted === 'healed' ? 'nothing failed' : 'failure found'
    }
  } finally {
    await memory.close()
  }
}

/** Nothing failed, nothing hangs, and nobody asked for what can be done all the same. */
function isWell({ situation: { diagnosis, askedRerun }, plan: { actions } }: Shown): boolean {
  if (diagnosis.failures.length > 0) return false
  return askedRerun ? actions.length === 0 : actions.every(({ remedy }) => remedy !== 'cancel-run')
}

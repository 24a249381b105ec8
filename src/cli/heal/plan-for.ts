import type { Plan, RemedyId } from '../../core/model/plan.ts'
import { makePlan } from '../../core/plan/make-plan.ts'
import type { Situation } from '../../core/plan/remedy.ts'
import { guard } from '../../core/policy/guards.ts'
import type { Limits } from '../../core/policy/limits.ts'
import { connectPolicy } from '../../integrations/connect-policy.ts'
import { digest } from '../../integrations/connect-store.ts'
import type { Configuration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import { redactorOf } from '../redactor.ts'
import { circumstancesOf } from './circumstances.ts'
import type { Memory } from './memory.ts'

/** What decides about a situation, beside what it is. */
export interface Planning {
  readonly configuration: Configuration
  readonly memory: Pick<Memory, 'ledger' | 'lost'>
  readonly environment: Environment
  /** Those of the policy, unless others hold for who asks. */
  readonly limits: Limits
  /** Consider this remedy alone. */
  readonly only?: RemedyId | undefined
}

/** The plan for a situation: whatever is healed, the same policy and guards decide. */
export async function planFor(
  situation: Situation,
  { configuration, memory, environment, limits, only }: Planning,
): Promise<Plan> {
  const circumstances = await circumstancesOf(situation, memory, limits, environment)
  const decide = await connectPolicy(configuration.config.policy, {
    folder: configuration.file?.folder ?? environment.directory,
    hide: redactorOf(configuration, environment.variables),
  })
  return makePlan(situation, { decide, guard: (facts, wanted) => guard(facts, wanted, circumstances), digest }, only)
}

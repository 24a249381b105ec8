import type { Limits } from '../../core/policy/limits.ts'

/** Who asks by name need not wait until the last action has cooled down; how often stays limited. */
export const forPerson = (limits: Limits): Limits => ({ ...limits, budgets: { ...limits.budgets, coolDownMinutes: 0 } })

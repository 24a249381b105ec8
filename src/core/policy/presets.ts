import { isRerun } from '../rerun/is-rerun.ts'
import type { PolicyFacts } from './facts.ts'
import type { Mode, PolicyPreset } from './policy.ts'

/**
 * What each preset says; the rest of the policy refines it. Whether a re-run is worth it, and how often, is for the remedy and the budgets
 * to say; that a failure which only a change mends is not run again by itself, for the preset, too.
 */
export const modeOfPreset: Readonly<Record<PolicyPreset, (facts: PolicyFacts) => Mode>> = {
  off: () => 'off',
  suggest: () => 'suggest',
  assist: () => 'ask',
  'auto-rerun': ({ remedy, failure }) => (isRerun(remedy) && failure.nature !== 'deterministic' ? 'auto' : 'ask'),
}

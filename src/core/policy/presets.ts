import type { PolicyPreset } from '../config/config.ts'
import type { Reason } from '../model/plan.ts'
import type { PolicyFacts } from './facts.ts'
import type { Decision } from './strictest.ts'

/** What may be done with one use of a remedy: nothing at all, only be shown, be asked about, or happen by itself. */
export const MODES = ['off', 'suggest', 'ask', 'auto'] as const
export type Mode = (typeof MODES)[number]

/** What each preset says; the rules of sherpa.yml refine it. */
export const modeOfPreset: Readonly<Record<PolicyPreset, (facts: PolicyFacts) => Mode>> = {
  off: () => 'off',
  suggest: () => 'suggest',
  assist: () => 'ask',
  'auto-rerun': ({ remedy }) => (RERUNS.has(remedy) ? 'auto' : 'ask'),
}

const RERUNS: ReadonlySet<string> = new Set(['rerun-failed-jobs', 'rerun-job', 'rerun-run'])

/** What a mode means, and why: the preset or rule that gave it. */
export function decisionOf(mode: Mode, because: Reason): Decision {
  switch (mode) {
    case 'off':
      return { verdict: 'deny', reasons: [{ code: 'off', text: because.text }] }
    case 'suggest':
      return { verdict: 'deny', reasons: [{ code: 'suggest-only', text: because.text }] }
    case 'ask':
      return { verdict: 'ask', reasons: [{ code: 'needs-approval', text: because.text }] }
    case 'auto':
      return { verdict: 'allow', reasons: [because] }
  }
}

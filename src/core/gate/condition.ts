import type { Answer } from '../ports/answer.ts'

/** `inconclusive`: nobody can tell, or not yet. Only `success` lets anything pass. */
export const GATE_VERDICTS = ['success', 'failure', 'inconclusive'] as const
export type GateVerdict = (typeof GATE_VERDICTS)[number]

/** One condition, and how it stands. */
export interface Condition {
  readonly kind: 'ci' | 'slo' | 'incidents' | 'canary'
  readonly name: string
  readonly verdict: GateVerdict
  /** What was found, and what would have to be; null where nothing was. */
  readonly observed: string | number | null
  readonly threshold: string | number
  /** Both in one sentence. */
  readonly text: string
}

/** All conditions together: one failure fails, and without a condition nothing is known. */
export function gateVerdict(conditions: readonly Pick<Condition, 'verdict'>[]): GateVerdict {
  if (conditions.some(({ verdict }) => verdict === 'failure')) return 'failure'
  return conditions.length > 0 && conditions.every(({ verdict }) => verdict === 'success') ? 'success' : 'inconclusive'
}

/** Judges what was answered; without an answer nothing is known. */
export function judged<T>(
  asked: Pick<Condition, 'kind' | 'name' | 'threshold'>,
  { value, trouble }: Answer<T>,
  judge: (value: T) => Pick<Condition, 'verdict' | 'observed' | 'text'>,
): Condition {
  if (trouble) return { ...asked, verdict: 'inconclusive', observed: null, text: `${asked.name}: ${trouble.message}.` }
  return { ...asked, ...judge(value) }
}

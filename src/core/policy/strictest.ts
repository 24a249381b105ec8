import { type Reason, VERDICTS, type Verdict } from '../model/plan.ts'

/** What may be done, and why; never without a reason. */
export interface Decision {
  readonly verdict: Verdict
  readonly reasons: readonly Reason[]
}

/** Everybody who was asked must agree: the strictest verdict holds, with the reasons of those who gave it. Of nobody: denied. */
export function strictest(decisions: readonly Decision[]): Decision {
  const rank = Math.min(...decisions.map(({ verdict }) => VERDICTS.indexOf(verdict)))
  const verdict = VERDICTS[rank]
  if (verdict === undefined) return { verdict: 'deny', reasons: [{ code: 'policy-undefined', text: 'No policy said anything.' }] }
  return { verdict, reasons: decisions.filter(decision => decision.verdict === verdict).flatMap(({ reasons }) => reasons) }
}

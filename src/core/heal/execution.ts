import type { NewEntry } from '../model/ledger.ts'
import type { Action } from '../model/plan.ts'
import type { Remedy, Subject } from '../plan/remedy.ts'

/** One action that may be done, and what it takes to do it. */
export interface Execution {
  readonly action: Action
  readonly remedy: Remedy
  readonly subject: Subject
  readonly plan: string
  /** Whoever approved it, or {@link NOBODY_ASKED}. */
  readonly by: string
}

/** Who acts where the policy allows it by itself. */
export const NOBODY_ASKED = 'sherpa'

/** A line about an execution. */
export function entryOf(
  { action, plan, subject, by }: Execution,
  atMs: number,
  { event, reasons = action.reasons, detail = '', effect = null }: Partial<NewEntry> & Pick<NewEntry, 'event'>,
): NewEntry {
  const { id, remedy, params, costMinutes } = action
  return {
    atMs,
    event,
    action: id,
    plan,
    remedy,
    params,
    target: subject.target,
    by,
    reasons,
    detail,
    effect,
    minutes: costMinutes,
  }
}

import type { LedgerEntry } from '../model/ledger.ts'
import type { Reason } from '../model/plan.ts'
import type { Ledger } from '../ports/ledger.ts'
import { type Execution, entryOf } from './execution.ts'

/** What a yes is worth. */
export interface ApprovalTerms {
  /** How long it holds, in milliseconds. */
  readonly validMs: number
  /** Who may give it; none: whoever was found to be allowed when it was given. */
  readonly approvers: readonly string[]
  /** Whose yes counts: a login that the host of the repository vouched for, or an account of this machine. */
  readonly whose: 'login' | 'account'
  /** The real time, whatever clock the rest goes by: nobody makes an approval young again. Epoch milliseconds. */
  nowMs(): number
}

/** The clocks of those who share a ledger differ. */
const SKEW_MS = 60_000

/** Puts on record that a person said yes to one action of one plan. */
export async function approve(
  execution: Execution,
  { ledger, terms }: { readonly ledger: Ledger; readonly terms: ApprovalTerms },
): Promise<void> {
  const atMs = terms.nowMs()
  const { repository } = execution.subject.target
  const detail = `holds until ${new Date(atMs + terms.validMs).toISOString()}, for one use`
  await ledger.append({ repository, sinceMs: atMs }, () => [entryOf(execution, atMs, { event: 'approved', detail })])
}

/** The last yes that somebody gave to an action, whatever it is worth now. */
export const approvalOf = (entries: readonly LedgerEntry[], action: string): LedgerEntry | undefined =>
  entries.findLast(entry => entry.event === 'approved' && entry.action === action)

/**
 * Why an action that a person has to approve is not approved, by what stands in the ledger: null where a yes to this very plan stands there that
 * is young enough, comes from somebody who may give it, and was not used.
 */
export function unapproved(
  entries: readonly LedgerEntry[],
  { action, plan, by }: Pick<Execution, 'action' | 'plan' | 'by'>,
  { validMs, approvers, whose, nowMs }: ApprovalTerms,
): Reason | null {
  const given = approvalOf(entries, action.id)
  if (!given) return { code: 'not-approved', text: 'Nobody approved it.' }
  if (given.plan !== plan) return { code: 'plan-changed', text: `${given.by} approved another plan: this one has changed since.` }
  if (given.by !== by || isAccount(given.by) !== (whose === 'account') || !isAmong(approvers, given.by))
    return { code: 'not-an-approver', text: `${given.by} is none of those who may approve it.` }
  if (entries.some(entry => entry.event === 'started' && entry.action === action.id && entry.seq > given.seq))
    return { code: 'approval-used', text: `What ${given.by} approved was started already: an approval is for one use.` }
  const ageMs = nowMs() - given.atMs
  if (ageMs >= validMs || ageMs < -SKEW_MS)
    return { code: 'approval-expired', text: `The approval of ${given.by} held for ${Math.round(validMs / 60_000)} minutes.` }
  return null
}

/** Tells accounts of this machine, for which nobody vouches, from logins, which have no colon. */
const ACCOUNT = 'local:'

/** An account of this machine as the ledger names it. */
export const accountName = (account: string): string => `${ACCOUNT}${account}`

const isAccount = (by: string) => by.startsWith(ACCOUNT)

/** Logins have no case on GitHub. */
export function isAmong(approvers: readonly string[], by: string): boolean {
  const name = (isAccount(by) ? by.slice(ACCOUNT.length) : by).toLowerCase()
  return approvers.length === 0 || approvers.some(approver => approver.toLowerCase() === name)
}

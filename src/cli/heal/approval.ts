import { type ApprovalTerms, approvalOf, unapproved } from '../../core/heal/approval.ts'
import type { Approver } from '../../core/heal/approver.ts'
import { NOBODY_ASKED } from '../../core/heal/execution.ts'
import type { LedgerEntry } from '../../core/model/ledger.ts'
import type { Action, Plan } from '../../core/model/plan.ts'
import type { Environment } from '../environment.ts'
import { safeLine } from '../terminal/safe-text.ts'
import type { Tell } from './tell.ts'

export interface Asking {
  readonly plan: Pick<Plan, 'id'>
  /** Somebody asked for it by name, so it is theirs to approve, at the terminal. */
  readonly isAskedFor: boolean
  /** Whether nobody is to be asked where the policy or an approval lets it pass. */
  readonly yes: boolean
  readonly entries: readonly LedgerEntry[]
  readonly terms: ApprovalTerms
  /** When the plan was shown, by the real clock, in epoch milliseconds. */
  readonly shownMs: number
  /** Who sits here, and whether they may say yes. */
  who(): Promise<Approver>
}

/**
 * Who lets an action pass: the policy itself, somebody whose approval stands in the ledger, or the person at the terminal, whose yes is `new` and
 * has to be written there. `stale`: the plan was shown too long ago to mean what it meant. Null: nobody.
 */
export type Consent = { readonly by: string; readonly isNew: boolean } | 'stale' | null

/** What the policy wants a person for, `--yes` alone does not do. */
export async function consentTo(
  action: Action,
  { plan, isAskedFor, yes, entries, terms, shownMs, who }: Asking,
  { input, err }: Pick<Environment, 'input' | 'err'>,
  tell: Tell,
): Promise<Consent> {
  if (yes && action.verdict === 'allow') return { by: NOBODY_ASKED, isNew: false }
  const given = yes ? approvalOf(entries, action.id) : undefined
  if (given && (!input.isTTY || unapproved(entries, { action, plan: plan.id, by: given.by }, terms) === null))
    return { by: given.by, isNew: false }
  if (!input.isTTY) {
    tell(
      action.verdict === 'allow'
        ? 'Nothing was done: give --yes to do it.'
        : `Nothing was done: this needs a person at a terminal to say yes${isAskedFor ? '' : `, or sherpa approve with ${plan.id}`}.`,
    )
    return null
  }
  const { by, refused } = await who()
  if (refused) {
    tell(`Nothing was done: ${refused.text}`)
    return null
  }
  err.write(`${safeLine(action.title)}? [y/N] `)
  const answer = await firstLine(input.open())
  if (!/^\s*(?:y|yes)\s*$/i.test(answer)) return null
  return terms.nowMs() - shownMs >= terms.validMs ? 'stale' : { by, isNew: true }
}

async function firstLine(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  let text = ''
  for await (const chunk of chunks) {
    text += new TextDecoder().decode(chunk)
    if (text.includes('\n') || text.length > 1000) break
  }
  return text.split('\n')[0] ?? ''
}

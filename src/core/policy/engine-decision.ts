import { REASON_CODES, type Reason, type ReasonCode, VERDICTS, type Verdict } from '../model/plan.ts'
import type { Answer } from '../ports/answer.ts'
import type { Decision } from './strictest.ts'

/**
 * What an engine said, as a decision: a verdict as a word, or `{ verdict, reasons: [{ code?, text }] }`. Whatever else it says, and where it
 * says nothing, is a denial: an engine that cannot be understood is not asked for permission.
 */
export function engineDecision(answer: Answer<unknown>): Decision {
  if (answer.trouble) return refused('policy-unavailable', `The policy engine gave no answer: ${answer.trouble.message}.`)
  const said = answer.value
  if (said === undefined) return refused('policy-undefined', 'The policy engine has no rule that says anything about this.')
  if (isVerdict(said)) return { verdict: said, reasons: [plainReason(said)] }
  const { verdict, reasons = [] } = isMapping(said) ? said : {}
  if (!isVerdict(verdict) || !Array.isArray(reasons) || !reasons.every(isReason))
    return refused('policy-unavailable', 'The policy engine gave an answer that is no verdict: allow, ask or deny, with reasons.')
  return { verdict, reasons: reasons.length > 0 ? reasons.slice(0, MOST_REASONS).map(readReason) : [plainReason(verdict)] }
}

const MOST_REASONS = 10
const LONGEST_TEXT = 500

const refused = (code: ReasonCode, text: string): Decision => ({ verdict: 'deny', reasons: [{ code, text }] })

const plainReason = (verdict: Verdict): Reason => ({ code: 'policy-engine', text: `The policy engine says ${verdict}.` })

/** A code that is not in our list is the engine's own. */
const readReason = ({ code, text }: SaidReason): Reason => ({
  code: REASON_CODES.find(known => known === code) ?? 'policy-engine',
  text: text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text,
})

interface SaidReason {
  readonly code?: unknown
  readonly text: string
}

const isReason = (value: unknown): value is SaidReason =>
  isMapping(value) && typeof value['text'] === 'string' && value['text'].trim() !== ''

const isVerdict = (value: unknown): value is Verdict => VERDICTS.some(verdict => verdict === value)

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

import type { Cause, Diagnosis, Evidence } from '../model/diagnosis.ts'
import { confidenceWords, number2 } from './words.ts'

const MOST = 3
const MOST_EVIDENCE = 3
/** What is less likely than this is not worth a line. */
const FLOOR = 0.05

/** A cause as it is shown: the first few, each with what weighs most. */
export interface ShownCause {
  readonly title: string
  /** `probably (0.62)`. */
  readonly verdict: string
  readonly evidence: readonly { readonly sign: '+' | '-'; readonly text: string; readonly url?: string }[]
}

export const shownCauses = ({ causes }: Pick<Diagnosis, 'causes'>): ShownCause[] =>
  causes
    .slice(0, MOST)
    .filter(({ confidence }) => confidence >= FLOOR)
    .map(({ title, confidence, evidence }: Cause) => ({
      title,
      verdict: `${confidenceWords(confidence)} (${number2(confidence)})`,
      evidence: telling(evidence).slice(0, MOST_EVIDENCE).map(shownEvidence),
    }))

/** Without what weighs nothing, unless there is nothing else. */
function telling(evidence: readonly Evidence[]): readonly Evidence[] {
  const weighty = evidence.filter(({ weight }) => weight !== 0)
  return weighty.length > 0 ? weighty : evidence
}

const shownEvidence = ({ text, weight, at, url }: Evidence) => ({
  sign: weight < 0 ? ('-' as const) : ('+' as const),
  text: at ? `${text}, line ${at.line}` : text,
  ...(url ? { url } : {}),
})

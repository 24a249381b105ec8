import type { Redactor } from '../../core/redact/redact.ts'
import type { Environment } from '../environment.ts'
import { safeLine } from '../terminal/safe-text.ts'

/** Says a sentence about what is done; it may hold anything. */
export type Tell = (sentence: string) => void

/** To stdout, where a person reads it; beside JSON, to stderr. */
export const createTell =
  (
    { out, err, progress }: Pick<Environment, 'out' | 'err' | 'progress'>,
    { json }: { readonly json: boolean },
    hide: Redactor,
  ): Tell =>
  sentence => {
    progress.clear()
    ;(json ? err : out).write(`${safeLine(sentence, hide)}\n`)
  }

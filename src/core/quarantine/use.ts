import type { QuarantineFormat } from '../config/config.ts'
import type { Subject } from '../plan/remedy.ts'

/** What a use of the remedy names. */
export interface Quarantining {
  readonly tests: readonly string[]
  /** Of each, in the same order. */
  readonly evidence: readonly string[]
  readonly file: string
  readonly format: QuarantineFormat
  /** Into which branch; null where the file itself is changed. */
  readonly branch: string | null
}

/** By parameters that were checked. */
export const quarantining = ({ params }: Pick<Subject, 'params'>): Quarantining => ({
  tests: texts(params['tests']),
  evidence: texts(params['evidence']),
  file: String(params['file']),
  format: params['format'] === 'json' ? 'json' : 'lines',
  branch: params['branch'] === undefined ? null : String(params['branch']),
})

const texts = (value: Subject['params'][string] | undefined): readonly string[] => (Array.isArray(value) ? value : [])

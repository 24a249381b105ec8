import type { CaseFile } from '../../core/model/case-file.ts'
import type { Diagnosis } from '../../core/model/diagnosis.ts'
import type { Redactor } from '../../core/redact/redact.ts'
import { surroundings } from '../../core/redact/surroundings.ts'
import { redactAll } from '../../core/redact/value.ts'
import type { Render } from '../../core/report/index.ts'
import { connectSecretFinder } from '../../integrations/connect.ts'
import type { Configuration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import { redactorOf } from '../redactor.ts'
import { isAsciiOnly } from '../terminal/ascii.ts'
import type { Format, PrintOptions } from './options.ts'

/** Shows diagnoses in the format that was asked for; nothing leaves but through its redaction. */
export interface Printer {
  /** Hides secrets in what is told beside the diagnosis. */
  readonly hide: Redactor
  /** The value as it may leave this process. */
  redacted<T>(value: T): Promise<T>
  /** Shows what was found in the evidence. */
  diagnosis(diagnosis: Diagnosis, file: CaseFile): Promise<void>
}

const MOST_HIGHLIGHTS = 100

export async function createPrinter(
  options: PrintOptions,
  configuration: Configuration,
  environment: Environment,
): Promise<Printer> {
  const { config } = configuration
  const { variables, out } = environment
  const format: Format = options.json ? 'json' : (options.format ?? config.report.format ?? 'text')
  const { FORMATS } = await import('../../core/report/index.ts')
  const redactor = redactorOf(configuration, variables)
  const finder = await connectSecretFinder()
  const most = options.highlights ?? config.report.highlights ?? MOST_HIGHLIGHTS
  const redacted = <T>(value: T, around: readonly string[] = []) => redactAll(value, redactor, finder, around)
  return {
    hide: redactor,
    redacted: value => redacted(value),
    async diagnosis(diagnosis, file) {
      const chosen = { ...diagnosis, highlights: diagnosis.highlights.slice(0, most) }
      const shown = await redacted(chosen, surroundings(file, chosen))
      const render: Render = FORMATS[format]
      out.write(render(shown, { width: out.columns ?? 100, color: out.colour, unicode: !isAsciiOnly(variables) }))
    },
  }
}

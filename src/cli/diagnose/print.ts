import type { Diagnosis } from '../../core/model/diagnosis.ts'
import { createRedactor, type Redactor } from '../../core/redact/redact.ts'
import { redactAll } from '../../core/redact/value.ts'
import type { Render } from '../../core/report/index.ts'
import { connectSecretFinder } from '../../integrations/connect.ts'
import type { Configuration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import { tokenValues } from '../token-values.ts'
import type { Format, PrintOptions } from './options.ts'

/** Shows diagnoses in the format that was asked for; nothing leaves but through its redaction. */
export interface Printer {
  /** Hides secrets in what is told beside the diagnosis. */
  readonly hide: Redactor
  /** The value as it may leave this process. */
  redacted<T>(value: T): Promise<T>
  diagnosis(diagnosis: Diagnosis): Promise<void>
}

const MOST_HIGHLIGHTS = 100

export async function createPrinter(
  options: PrintOptions,
  { config, secrets }: Configuration,
  environment: Environment,
): Promise<Printer> {
  const { variables, out } = environment
  const format: Format = options.json ? 'json' : (options.format ?? config.report.format ?? 'text')
  const { FORMATS } = await import('../../core/report/index.ts')
  const values = [...secrets.values, ...tokenValues(variables)]
  const redactor = createRedactor({
    values,
    find: text => secrets.patterns.flatMap(pattern => pattern.spans(text).map(span => ({ ...span, kind: 'secret' as const }))),
  })
  const finder = await connectSecretFinder()
  const most = options.highlights ?? config.report.highlights ?? MOST_HIGHLIGHTS
  const redacted = <T>(value: T) => redactAll(value, redactor, finder)
  return {
    hide: redactor,
    redacted,
    async diagnosis(diagnosis) {
      const shown = await redacted({ ...diagnosis, highlights: diagnosis.highlights.slice(0, most) })
      const render: Render = FORMATS[format]
      out.write(render(shown, { width: out.columns ?? 100, color: out.colour, unicode: !isAsciiOnly(variables) }))
    },
  }
}

/** Terminals of the C locale show no more than ASCII. */
const isAsciiOnly = ({ LC_ALL, LC_CTYPE, LANG, TERM }: Environment['variables']) =>
  TERM === 'linux' || /^(?:C|POSIX)$/.test(LC_ALL || LC_CTYPE || LANG || '')

import type { Redactor } from '../../core/redact/redact.ts'
import { redactValue } from '../../core/redact/value.ts'
import { escapeRisky } from '../../core/report/inert-json.ts'
import type { Environment } from '../environment.ts'

/** Writes what was read from the history: a picture, whose parts are safe already, as it is; a value as JSON, with what this user calls secret hidden. */
export function printed(
  what: string | object,
  { out, progress, redact }: Pick<Environment, 'out' | 'progress'> & { readonly redact: Redactor },
) {
  progress.clear()
  out.write(typeof what === 'string' ? redact(what) : `${escapeRisky(JSON.stringify(redactValue(what, redact), null, 2))}\n`)
}

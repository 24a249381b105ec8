import { redactValue } from '../../core/redact/value.ts'
import { escapeRisky } from '../../core/report/inert-json.ts'
import type { Configuration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import { redactorOf } from '../redactor.ts'
import { safeText } from '../terminal/safe-text.ts'
import { plain, styleOf } from '../terminal/style.ts'

/** Writes lines for a person or a value as JSON, without secrets; lines hold names and reasons of others, so nothing in them is coloured. */
export function print(
  { json, lines, value }: { readonly json: boolean; readonly lines: readonly string[]; readonly value: object },
  configuration: Configuration,
  environment: Environment,
): void {
  const hide = redactorOf(configuration, environment.variables)
  const text = () => plain(safeText(`${lines.join('\n')}\n`, hide), styleOf(environment))
  environment.out.write(json ? `${escapeRisky(JSON.stringify(redactValue(value, hide), null, 2))}\n` : text())
}

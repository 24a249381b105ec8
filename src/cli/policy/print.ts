import type { Verdict } from '../../core/model/plan.ts'
import { redactValue } from '../../core/redact/value.ts'
import { escapeRisky } from '../../core/report/inert-json.ts'
import type { Paint } from '../../core/report/paint.ts'
import type { Configuration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import { redactorOf } from '../redactor.ts'
import { safeText } from '../terminal/safe-text.ts'

/** Writes lines for a person or a value as JSON, without secrets. */
export function print(
  { json, lines, value }: { readonly json: boolean; readonly lines: readonly string[]; readonly value: object },
  configuration: Configuration,
  { out, variables }: Environment,
): void {
  const hide = redactorOf(configuration, variables)
  if (json) out.write(`${escapeRisky(JSON.stringify(redactValue(value, hide), null, 2))}\n`)
  else out.write(safeText(`${lines.join('\n')}\n`, hide))
}

/** How a verdict is shown. */
export const SIGNS: Readonly<Record<Verdict, { readonly sign: string; readonly look: keyof Paint }>> = {
  allow: { sign: '✔', look: 'good' },
  ask: { sign: '?', look: 'doubtful' },
  deny: { sign: '✖', look: 'quiet' },
}

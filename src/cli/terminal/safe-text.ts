import { createRedactor, type Redactor, redact } from '../../core/redact/redact.ts'
import { inert, inertLine, withoutCommands } from '../../core/report/inert.ts'

/** Text that a log or a file had a hand in, fit for a terminal and for a runner's log: no secrets, no escapes, no workflow commands. */
export const safeText = (text: string, hide: Redactor = redact): string => withoutCommands(inert(hide(text)))

/** The same, on one line. */
export const safeLine = (text: string, hide: Redactor = redact): string => withoutCommands(inertLine(hide(text)))

/** The same, without these values either. */
export const safeTextWithout = (values: readonly string[]): ((text: string) => string) => {
  const hide = createRedactor({ values })
  return text => safeText(text, hide)
}

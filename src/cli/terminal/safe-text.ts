import { redact } from '../../core/redact/redact.ts'
import { inert, withoutCommands } from '../../core/report/inert.ts'

/** Text that a log or a file had a hand in, fit for a terminal and for a runner's log: no secrets, no escapes, no workflow commands. */
export const safeText = (text: string): string => withoutCommands(inert(redact(text)))

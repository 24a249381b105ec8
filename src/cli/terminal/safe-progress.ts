import type { Redactor } from '../../core/redact/redact.ts'
import type { ProgressLine } from './progress-line.ts'
import { safeLine } from './safe-text.ts'

/** A progress line that may be told names of jobs and files as they are. */
export const safeProgress = (progress: ProgressLine, hide: Redactor): ProgressLine => ({
  show: text => progress.show(text, told => safeLine(told, hide)),
  clear: () => progress.clear(),
})

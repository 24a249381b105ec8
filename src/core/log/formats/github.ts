import type { FormatReader } from './format.ts'
import { markCommand } from './github-commands.ts'
import { stripTimestamp } from './timestamp.ts'

/** A job's log as GitHub Actions (and Azure Pipelines, its ancestor) writes it: a timestamp on each line, `##[command]`s. */
export const github: FormatReader = {
  format: 'github',
  echoes: true,
  recognise: lines => (isStamped(lines) ? 2 : 0) + (lines.some(line => COMMAND.test(line)) ? 3 : 0),
  strip: stripTimestamp,
  mark: markCommand,
}

/** Seven digits of a second are .NET's way, in which the runner is written. */
const STAMP = /^\ufeff?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z /
const COMMAND = /^(?:\ufeff?\d{4}-\d\d-\d\dT[\d:.]+Z )?\ufeff?##\[(?:group|endgroup|section|error|warning|notice|debug|command)\]/

const isStamped = (lines: readonly string[]) => lines.filter(line => STAMP.test(line)).length > lines.length / 2

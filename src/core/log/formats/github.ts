import type { FormatReader } from './format.ts'
import { markCommand } from './github-commands.ts'
import { stripTimestamp, timestamped } from './timestamp.ts'

/** A job's log as GitHub Actions (and Azure Pipelines, its ancestor) writes it: a timestamp on each line, `##[command]`s. */
export const github: FormatReader = {
  format: 'github',
  recognise: lines => (timestamped(lines) > 0.5 ? 2 : 0) + (lines.some(line => line.includes('##[')) ? 3 : 0),
  strip: stripTimestamp,
  mark: markCommand,
}

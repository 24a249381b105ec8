import type { FormatReader } from './format.ts'
import { markCommand } from './github-commands.ts'
import { stripTimestamp } from './timestamp.ts'

/** `gh run view --log`: job, step and the log line, separated by tabs (https://cli.github.com/manual/gh_run_view). */
export const ghRunView: FormatReader = {
  format: 'gh-run-view',
  echoes: true,
  recognise: lines => (lines.filter(line => STAMPED.test(line)).length > lines.length / 2 ? 8 : 0),
  strip: raw => {
    const found = COLUMNS.exec(raw)
    if (!found?.groups) return stripTimestamp(raw)
    const { job = '', step = '' } = found.groups
    const columns = step === 'UNKNOWN STEP' ? { job } : { job, step }
    return { ...stripTimestamp(raw.slice(found[0].length)), ...columns }
  },
  mark: markCommand,
}

/** Some of a log's lines have no timestamp, but every one has its columns. */
const COLUMNS = /^(?<job>[^\t]{1,300})\t(?<step>[^\t]{1,300})\t/
const STAMPED = /^[^\t]{1,300}\t[^\t]{1,300}\t\ufeff?\d{4}-\d\d-\d\dT/

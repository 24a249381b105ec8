import type { FormatReader } from './format.ts'
import { markCommand } from './github-commands.ts'
import { stripTimestamp } from './timestamp.ts'

/** `gh run view --log`: job, step and the log line, separated by tabs (https://cli.github.com/manual/gh_run_view). */
export const ghRunView: FormatReader = {
  format: 'gh-run-view',
  recognise: lines => (lines.filter(line => COLUMNS.test(line)).length > lines.length / 2 ? 8 : 0),
  strip: raw => {
    const found = COLUMNS.exec(raw)
    if (!found?.groups) return { raw }
    const { job = '', step = '' } = found.groups
    const named = step === 'UNKNOWN STEP' ? { job } : { job, step }
    return { ...stripTimestamp(raw.slice(found[0].length)), ...named }
  },
  mark: markCommand,
}

const COLUMNS = /^(?<job>[^\t]{1,200})\t(?<step>[^\t]{1,300})\t(?=\ufeff?\d{4}-\d\d-\d\dT)/

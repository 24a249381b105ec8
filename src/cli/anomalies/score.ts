import { SherpaError } from '../../core/model/trouble.ts'
import { escapeRisky } from '../../core/report/inert-json.ts'
import { scoreSeries } from '../../core/series/score.ts'
import { connectSeries } from '../../integrations/connect.ts'
import type { Run } from '../command.ts'
import { reportError } from '../terminal/report-error.ts'
import { safeLine } from '../terminal/safe-text.ts'
import type { ScoreOptions } from './options.ts'

/** Series in, what is unusual in each out. A file that cannot be read is told; the others are scored all the same. */
export const runScore: Run<ScoreOptions> = async ({ files, json }, environment) => {
  const { input, out, progress } = environment
  const readSeries = await connectSeries()
  let trouble: SherpaError | undefined
  for (const file of files) {
    progress.show(`scoring ${file}`, safeLine)
    try {
      const points = await readSeries(file, { stdin: Object.assign(input.open(), { isTTY: input.isTTY }) })
      const found = scoreSeries(points)
      progress.clear()
      out.write(`${escapeRisky(JSON.stringify({ file, ...found }))}\n`)
    } catch (error) {
      if (!(error instanceof SherpaError)) throw error
      if (trouble) await reportError(trouble, environment)
      trouble = error
    }
  }
  progress.clear()
  if (trouble) throw trouble
  return 'nothing failed'
}

import { SherpaError } from '../../core/model/trouble.ts'
import { escapeRisky } from '../../core/report/inert-json.ts'
import { explain } from '../../core/series/explain.ts'
import { scoreSeries } from '../../core/series/score.ts'
import { connectSeries } from '../../integrations/connect.ts'
import type { Run } from '../command.ts'
import { isAsciiOnly } from '../terminal/ascii.ts'
import { reportError } from '../terminal/report-error.ts'
import { safeLine, safeText } from '../terminal/safe-text.ts'
import type { ScoreOptions } from './options.ts'
import { picture } from './picture.ts'

/** Series in, what is unusual in each out. A file that cannot be read is told; the others are scored all the same. */
export const runScore: Run<ScoreOptions> = async ({ files, json }, environment) => {
  const { input, out, progress, variables } = environment
  const readSeries = await connectSeries()
  const troubles: SherpaError[] = []
  for (const file of files) {
    progress.show(`scoring ${file}`, safeLine)
    try {
      const points = await readSeries(file, { stdin: Object.assign(input.open(), { isTTY: input.isTTY }) })
      const found = scoreSeries(points)
      progress.clear()
      const findings = found.findings.map(finding => ({ ...finding, text: explain(finding, points) }))
      out.write(
        json
          ? `${escapeRisky(JSON.stringify({ file, ...found, findings }))}\n`
          : safeText(picture(file, points, found, { width: out.columns ?? 100, unicode: !isAsciiOnly(variables) })),
      )
    } catch (error) {
      if (!(error instanceof SherpaError)) throw error
      troubles.push(error)
    }
  }
  progress.clear()
  for (const trouble of troubles.slice(0, -1)) await reportError(trouble, environment)
  const last = troubles.at(-1)
  if (last) throw last
  return 'nothing failed'
}

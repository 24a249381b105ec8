import { anomaliesIn } from '../../core/history/anomalies.ts'
import type { Run } from '../command.ts'
import { printed } from '../history/printed.ts'
import { windowOf } from '../history/window.ts'
import { withHistory } from '../store/open.ts'
import { safeProgress } from '../terminal/safe-progress.ts'
import { styleOf } from '../terminal/style.ts'
import { listing } from './listing.ts'
import type { AnomaliesOptions } from './options.ts'

/** What is unusual in the history. */
export const runAnomalies: Run<AnomaliesOptions> = (options, environment) =>
  withHistory(options, environment, async ({ store, redact }) => {
    const progress = safeProgress(environment.progress, redact)
    const anomalies = await anomaliesIn(store, windowOf(options, environment), job => progress.show(`looking at ${job}`))
    printed(options.json ? { anomalies } : listing(anomalies, styleOf(environment)), { ...environment, redact })
    return 'nothing failed'
  })

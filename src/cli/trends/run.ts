import { collectRuns } from '../../core/history/runs.ts'
import { trendsOf } from '../../core/history/trends.ts'
import type { Run } from '../command.ts'
import { printed } from '../history/printed.ts'
import { windowOf } from '../history/window.ts'
import { withHistory } from '../store/open.ts'
import { styleOf } from '../terminal/style.ts'
import type { TrendsOptions } from './options.ts'
import { picture } from './picture.ts'

export const runTrends: Run<TrendsOptions> = (options, environment) =>
  withHistory(options, environment, async ({ store, redact }) => {
    const window = windowOf(options, environment)
    environment.progress.show('reading the history')
    const runs = await collectRuns(store.jobs(window))
    const [plans, outcomes] = await Promise.all([store.plans(window), store.outcomes(window)])
    const trends = trendsOf(runs, { plans, outcomes }, options.by)
    printed(options.json ? trends : picture(trends, styleOf(environment)), { ...environment, redact })
    return 'nothing failed'
  })

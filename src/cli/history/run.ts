import { failureTitles, newestRuns, recentWorkflows } from '../../core/history/recent.ts'
import { collectRuns } from '../../core/history/runs.ts'
import type { Run } from '../command.ts'
import { withHistory } from '../store/open.ts'
import { styleOf } from '../terminal/style.ts'
import type { HistoryOptions } from './options.ts'
import { picture } from './picture.ts'
import { printed } from './printed.ts'
import { windowOf } from './window.ts'

export const runHistory: Run<HistoryOptions> = (options, environment) =>
  withHistory(options, environment, async ({ store, redact }) => {
    const window = windowOf(options, environment)
    environment.progress.show('reading the history')
    const runs = await collectRuns(store.jobs(window))
    const titles = await failureTitles(store, newestRuns(runs, options.most), window)
    const workflows = recentWorkflows(runs, titles, options.most)
    printed(options.json ? { workflows } : picture(workflows, styleOf(environment)), { ...environment, redact })
    return 'nothing failed'
  })

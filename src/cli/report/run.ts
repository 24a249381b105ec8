import { resolve } from 'node:path'
import { readDashboard } from '../../core/dashboard/read-dashboard.ts'
import { renderDashboard } from '../../core/dashboard/render.ts'
import { redactValue } from '../../core/redact/value.ts'
import { connectWriting } from '../../integrations/connect.ts'
import type { Run } from '../command.ts'
import { windowOf } from '../history/window.ts'
import { withHistory } from '../store/open.ts'
import { safeProgress } from '../terminal/safe-progress.ts'
import { safeLine } from '../terminal/safe-text.ts'
import type { ReportOptions } from './options.ts'

/** The history as a page. */
export const runReport: Run<ReportOptions> = (options, environment) =>
  withHistory({ ...options, output: options.html }, environment, async ({ store, redact }) => {
    const progress = safeProgress(environment.progress, redact)
    const window = windowOf(options, environment)
    const dashboard = await readDashboard(store, window, job => progress.show(`looking at ${job}`))
    const write = await connectWriting()
    await write(resolve(environment.directory, options.html), renderDashboard(redactValue(dashboard, redact)))
    progress.clear()
    environment.out.write(`${safeLine(options.html)} is written\n`)
    return 'nothing failed'
  })

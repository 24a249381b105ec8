import { resolve } from 'node:path'
import { countHistory, METRIC_FAMILIES } from '../../core/history/prometheus.ts'
import { withoutCommands } from '../../core/report/inert.ts'
import { connectPrometheus, connectPushgateway, connectWriting } from '../../integrations/connect.ts'
import type { Run } from '../command.ts'
import { windowOf } from '../history/window.ts'
import { withHistory } from '../store/open.ts'
import { labelsWithout } from './labels.ts'
import type { MetricsOptions } from './options.ts'

/** What the history holds, for Prometheus. */
export const runMetrics: Run<MetricsOptions> = (options, environment) =>
  withHistory({ ...options, output: options.out }, environment, async ({ store, redact }) => {
    environment.progress.show('counting')
    const createSink = await connectPrometheus()
    const sink = createSink(METRIC_FAMILIES)
    await countHistory(store, windowOf(options, environment), labelsWithout(sink, redact))
    const text = await sink.text()
    environment.progress.clear()
    if (options.out !== undefined) {
      const write = await connectWriting()
      await write(resolve(environment.directory, options.out), text)
    }
    if (options.push !== undefined) {
      const push = await connectPushgateway()
      await push({ url: options.push, jobName: options.jobName, text })
    }
    if (options.out === undefined && options.push === undefined) environment.out.write(withoutCommands(text))
    return 'nothing failed'
  })

import type { LogSummary } from '../log/read.ts'
import type { FailureRecord, JobRecord } from '../model/history.ts'
import { defined } from './defined.ts'
import { testsOfLog } from './log-tests.ts'

/** The job with what its log says. Where the CI, a report or a command says the same, they know better. */
export function withLog(
  job: JobRecord,
  log: LogSummary & { readonly newLines?: number },
  failures: readonly FailureRecord[] = [],
): JobRecord {
  const told = log.verdict === 'failed' || failures.length > 0 ? 'failure' : log.verdict === 'passed' ? 'success' : undefined
  const conclusion = job.conclusion ?? told
  const { image, version, os } = log.runner ?? {}
  const runner = { ...defined({ image, version, os }), ...job.runner }
  const metrics = { ...cacheMetrics(log), ...job.metrics }
  return {
    ...job,
    ...defined({ conclusion }),
    ...(Object.keys(runner).length > 0 && { runner }),
    log: logFacts(log),
    ...(Object.keys(metrics).length > 0 && { metrics }),
    ...(job.tests ? {} : testsOfLog(log.tests)),
    failures,
  }
}

const logFacts = ({ size, matches, newLines }: LogSummary & { readonly newLines?: number }) => ({
  ...size,
  errorLines: matches.reduce((sum, { repeats }) => sum + 1 + repeats, 0),
  ...defined({ newLines }),
})

const cacheMetrics = ({ caches }: LogSummary) =>
  defined({ cacheHits: caches?.hits ?? undefined, cacheMisses: caches?.misses ?? undefined })

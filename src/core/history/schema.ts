import { z } from 'zod'
import { anomalySchema } from '../report/schema.ts'

const count = z.int().min(0)
const share = z.number().min(0).max(1).nullable()
const ms = z.number().min(0).nullable()
const outcome = z.enum(['passed', 'failed']).nullable()

/** What `sherpa anomalies --json` prints. */
export const anomaliesSchema = z.looseObject({
  anomalies: z.array(anomalySchema).describe('Oldest first; one shift is one anomaly.'),
})

const trend = z.looseObject({
  start: z.string().describe('The day it begins with, in UTC.'),
  runs: count.describe('That passed or failed at last.'),
  failed: count,
  successRate: share.describe('Share that passed at last.'),
  firstTimeRate: share.describe('Share that passed at the first attempt.'),
  flakeRate: share.describe('Share that failed and then passed without a change.'),
  durationP50Ms: ms.describe('Of first attempts that passed, from the start of the first job to the end of the last.'),
  durationP95Ms: ms,
  mttrMs: ms.describe('Mean time from red to green, outside of pull requests.'),
  repairs: count,
  minutesLost: z.number().min(0).describe('What jobs took that failed and passed without a change later.'),
  minutesSaved: z.number().min(0).describe('By how much healed runs were run again sooner than runs usually are.'),
})

/** What `sherpa trends --json` prints. */
export const trendsSchema = z.looseObject({
  by: z.enum(['day', 'week']),
  periods: z.array(trend).describe('Oldest first.'),
  total: trend.nullable().describe('All of it as one stretch; null where there was nothing.'),
})

const recentRun = z.looseObject({
  run: count,
  at: z.string().describe('When it began, RFC 3339.'),
  branch: z.string().nullable(),
  pullRequest: count.nullable(),
  event: z.string().nullable(),
  commit: z.string().nullable(),
  outcome: outcome.describe('Of its last attempt that passed or failed.'),
  recovered: z.boolean().describe('It failed and passed without a change.'),
  attempts: z.int().min(1),
  durationMs: z.number().min(0).describe('Of its first attempt.'),
  failedJobs: z.array(z.string()),
  failures: z.array(z.string()).describe('Titles of the root failures of its jobs.'),
})

/** What `sherpa history --json` prints. */
export const historySchema = z.looseObject({
  workflows: z
    .array(
      z.looseObject({
        repository: z.string(),
        workflow: z.string(),
        runs: count,
        successRate: share,
        durationP50Ms: ms.describe('Of runs that passed.'),
        recent: z.array(recentRun).describe('Newest first.'),
      }),
    )
    .describe('That which ran last first.'),
})

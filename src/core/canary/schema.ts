import * as z from 'zod'
import type { CommitFacts } from '../model/trial.ts'
import type { CanaryResult } from './run-canary.ts'

const count = z.int().min(0)
const commit = z.looseObject({ commit: z.string(), subject: z.string().describe('What its message says first.') })
const end = z.looseObject({
  outcome: z.enum(['passed', 'failed', 'timed-out', 'skipped', 'interrupted']),
  exitCode: z.int().nullable().describe('Null where a signal ended it.'),
  durationMs: z.number().min(0),
  tail: z.string().describe('The end of what it printed, redacted.'),
})
const ofEach = <Value extends z.ZodType>(value: Value) => z.looseObject({ suspect: value, parent: value })

/** What `sherpa canary --json` prints. */
export const canarySchema = z.looseObject({
  verdict: z
    .enum(['regression', 'flaky', 'sound', 'inconclusive'])
    .describe('regression: the suspect fails more often than its parent. flaky: not notably. sound: neither failed.'),
  suspect: commit,
  parent: commit,
  isOver: z.boolean().describe('The answer stands, whatever came after.'),
  pairs: count.describe('Of runs that count.'),
  failures: ofEach(count),
  evidence: z
    .looseObject({ worse: z.number().min(0), notWorse: z.number().min(0) })
    .describe('Against "not worse", and against "worse by the margin or more": e-values, 1 is nothing.'),
  runs: count,
  timedOut: count.describe('Runs that were cut off, which count as failed.'),
  skipped: count.describe('Pairs that do not count, because the command could not tell.'),
  interrupted: z.boolean(),
  lastFailure: ofEach(end.nullable()).describe('Of the last run of each that failed: how it ended.'),
}) satisfies z.ZodType<CanaryResult & { readonly suspect: CommitFacts; readonly parent: CommitFacts }>

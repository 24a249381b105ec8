import * as z from 'zod'
import { CATEGORIES } from '../model/category.ts'
import { LONGEST_MS } from '../model/duration.ts'

/** The rows of an exported history, one JSON object a line: `table` says which. Null and absent both mean unknown. */

const known = <T extends z.ZodType>(type: T) => type.nullish().transform(value => value ?? undefined)
const text = known(z.string())
const whole = known(z.int())
/** What nothing can take is unknown. */
const possible = (ms: number | undefined) => (ms !== undefined && ms >= 0 && ms <= LONGEST_MS ? ms : undefined)
const milliseconds = known(z.number()).transform(possible)
const wholeMilliseconds = whole.transform(possible)
const conclusion = known(
  z.enum(['success', 'failure', 'cancelled', 'timed_out', 'skipped', 'neutral', 'action_required', 'stale', 'startup_failure']),
)

const ofRun = { repository: z.string(), run: z.int() }
const ofAttempt = { ...ofRun, attempt: z.int().positive() }
/** `ordinal` counts jobs of one name in one attempt, from 0. */
const ofJob = { ...ofAttempt, job: z.string(), ordinal: z.int().nonnegative() }
const named = { repository: z.string(), workflow: z.string(), job: z.string() }

const row = <Table extends string, Shape extends z.ZodRawShape>(table: Table, shape: Shape) =>
  z.object({ table: z.literal(table), ...shape })

export const rowSchema = z.discriminatedUnion('table', [
  row('attempt', {
    ...ofAttempt,
    workflow: z.string(),
    event: text,
    branch: text,
    base: text,
    pullRequest: whole,
    commit: text,
    parents: known(z.array(z.string())),
    actor: text,
    triggeredBy: text,
    url: text,
    startedMs: whole,
    completedMs: whole,
    conclusion,
  }),
  row('change', { ...ofAttempt, file: z.string(), patch: text }),
  row('job', {
    ...ofJob,
    id: whole,
    conclusion,
    startedMs: whole,
    durationMs: wholeMilliseconds,
    queuedMs: wholeMilliseconds,
    runner: known(z.object({ image: text, version: text, os: text })),
    log: known(z.object({ lines: z.int(), bytes: z.int(), errorLines: z.int(), newLines: whole })),
    /** Whether tests were told, though there may be none. */
    tests: known(z.boolean()),
  }),
  row('step', { ...ofJob, name: z.string(), conclusion, durationMs: milliseconds }),
  row('job_metric', { ...ofJob, name: z.string(), value: z.number() }),
  row('test_result', {
    ...ofJob,
    name: z.string(),
    outcome: z.enum(['passed', 'failed', 'skipped']),
    durationMs: milliseconds,
    message: text,
  }),
  row('failure', {
    ...ofJob,
    fingerprint: z.string(),
    category: z.enum(CATEGORIES),
    rule: z.string().nullable(),
    title: z.string(),
    message: z.string(),
    step: z.string().nullable(),
    lines: z.tuple([z.int(), z.int()]).nullable(),
    file: text,
    line: whole,
    captures: z.record(z.string(), z.string()),
    confidence: z.number(),
  }),
  row('green_line', { ...named, hash: z.int(), seenMs: whole }),
  row('plan', {
    ...ofAttempt,
    id: z.string(),
    plannedMs: z.int(),
    actions: z.array(
      z.object({
        id: z.string(),
        remedy: z.string(),
        params: z.record(z.string(), z.unknown()),
        verdict: z.enum(['allow', 'ask', 'deny']),
        reasons: z.array(z.object({ code: z.string(), text: z.string() })),
      }),
    ),
  }),
  row('outcome', {
    action: z.string(),
    atMs: z.int(),
    status: z.string(),
    detail: z.string(),
    verified: z.boolean(),
    undo: text,
  }),
  row('feedback', {
    ...ofAttempt,
    id: z.string(),
    job: text,
    atMs: z.int(),
    about: z.string(),
    says: z.string(),
    by: text,
  }),
])

/** A row that was checked. */
export type HistoryRow = z.output<typeof rowSchema>

import * as z from 'zod'
import { LONGEST_MESSAGE, LONGEST_NAME, shortened } from '../gather/shortened.ts'
import { CATEGORIES } from '../model/category.ts'
import { LONGEST_MS } from '../model/duration.ts'

/** The rows of an exported history, one JSON object a line: `table` says which. Null and absent both mean unknown; long texts are shortened. */

const known = <T extends z.ZodType>(type: T) => type.nullish().transform(value => value ?? undefined)
const upTo = (most: number) => z.string().transform(text => shortened(text, most))
const name = upTo(LONGEST_NAME)
const message = upTo(LONGEST_MESSAGE)
const text = known(name)
const whole = known(z.int())
/** What nothing can take is unknown. */
const possible = (ms: number | undefined) => (ms !== undefined && ms >= 0 && ms <= LONGEST_MS ? ms : undefined)
const milliseconds = known(z.number()).transform(possible)
const wholeMilliseconds = whole.transform(possible)
const conclusion = known(
  z.enum(['success', 'failure', 'cancelled', 'timed_out', 'skipped', 'neutral', 'action_required', 'stale', 'startup_failure']),
)

const ofRun = { repository: name, run: z.int() }
const ofAttempt = { ...ofRun, attempt: z.int().positive() }
/** `ordinal` counts jobs of one name in one attempt, from 0. */
const ofJob = { ...ofAttempt, job: name, ordinal: z.int().nonnegative() }
const named = { repository: name, workflow: name, job: name }

const row = <Table extends string, Shape extends z.ZodRawShape>(table: Table, shape: Shape) =>
  z.object({ table: z.literal(table), ...shape })

export const rowSchema = z.discriminatedUnion('table', [
  row('attempt', {
    ...ofAttempt,
    workflow: name,
    event: text,
    branch: text,
    base: text,
    pullRequest: whole,
    commit: text,
    parents: known(z.array(name)),
    actor: text,
    triggeredBy: text,
    url: text,
    startedMs: whole,
    completedMs: whole,
    conclusion,
  }),
  row('change', { ...ofAttempt, file: name, patch: known(message) }),
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
    testCounts: known(z.object({ total: z.int(), failed: z.int(), skipped: z.int() })),
  }),
  row('step', { ...ofJob, name, conclusion, durationMs: milliseconds }),
  row('job_metric', { ...ofJob, name, value: z.number() }),
  row('test_result', {
    ...ofJob,
    name,
    outcome: z.enum(['passed', 'failed', 'skipped']),
    durationMs: milliseconds,
    message: known(message),
  }),
  row('failure', {
    ...ofJob,
    fingerprint: name,
    category: z.enum(CATEGORIES),
    rule: name.nullable(),
    title: name,
    message,
    step: name.nullable(),
    lines: z.tuple([z.int(), z.int()]).nullable(),
    file: text,
    line: whole,
    captures: z.record(name, message),
    confidence: z.number(),
  }),
  row('green_line', { ...named, hash: z.int(), seenMs: whole }),
  row('plan', {
    ...ofAttempt,
    id: name,
    plannedMs: z.int(),
    actions: z.array(
      z.object({
        id: name,
        remedy: name,
        params: z.record(name, z.unknown()),
        verdict: z.enum(['allow', 'ask', 'deny']),
        reasons: z.array(z.object({ code: name, text: message })),
      }),
    ),
  }),
  row('outcome', {
    action: name,
    atMs: z.int(),
    status: name,
    detail: message,
    verified: z.boolean(),
    undo: text,
  }),
  row('feedback', {
    ...ofAttempt,
    id: name,
    job: text,
    atMs: z.int(),
    about: message,
    says: message,
    by: text,
  }),
])

/** A row that was checked. */
export type HistoryRow = z.output<typeof rowSchema>

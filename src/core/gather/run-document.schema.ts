import * as z from 'zod'

/** The run document: a run of any CI as one JSON object. Null means unknown; unknown fields are ignored. */

const known = <T extends z.ZodType>(type: T) => type.nullish().transform(value => value ?? undefined)

const text = known(z.string())
const whole = known(z.number().int().nonnegative())
const milliseconds = known(z.number().nonnegative())
const time = known(z.iso.datetime({ offset: true, error: 'expected a time in RFC 3339, such as 2026-01-31T08:00:00Z' }))
const CONCLUSIONS = [
  'success',
  'failure',
  'cancelled',
  'timed_out',
  'skipped',
  'neutral',
  'action_required',
  'stale',
  'startup_failure',
] as const
const conclusion = known(z.enum(CONCLUSIONS))

const change = z.object({ file: z.string().min(1), patch: text })

const step = z.object({ name: z.string(), conclusion, durationMs: milliseconds })

const test = z.object({
  name: z.string().min(1),
  outcome: z.enum(['passed', 'failed', 'skipped']),
  durationMs: milliseconds,
  message: text,
})

const annotation = z.object({
  level: z.enum(['failure', 'warning', 'notice']),
  message: z.string(),
  title: text,
  file: text,
  line: whole,
})

const job = z.object({
  id: whole,
  name: z.string().min(1),
  conclusion,
  startedAt: time,
  completedAt: time,
  queuedMs: milliseconds,
  needs: known(z.array(z.string())),
  runner: known(z.object({ image: text, version: text, os: text })),
  steps: known(z.array(step)),
  annotations: known(z.array(annotation)),
  log: text,
  logFile: known(z.string().min(1)),
  tests: known(z.array(test)),
})

/** What a document must look like; every field but `schema` may be absent. */
export const runDocumentSchema = z.object({
  schema: z.literal('sherpa.run/1'),
  repository: text,
  workflow: text,
  run: whole,
  attempt: known(z.number().int().positive()),
  url: text,
  event: text,
  branch: text,
  base: text,
  pullRequest: whole,
  commit: text,
  parents: known(z.array(z.string())),
  actor: text,
  triggeredBy: text,
  startedAt: time,
  completedAt: time,
  status: known(z.enum(['queued', 'in_progress', 'completed'])),
  conclusion,
  changes: known(z.array(change)),
  jobs: known(z.array(job)),
})

/** A document that was checked. */
export type RunDocument = z.output<typeof runDocumentSchema>

import * as z from 'zod'
import { LONGEST_MS } from '../model/duration.ts'
import { CONCLUSIONS } from '../model/run.ts'
import { LONGEST_MESSAGE, LONGEST_NAME, shortened } from './shortened.ts'

/**
 * The run document: a run of any CI as one JSON object. Null means unknown; unknown fields are ignored. Texts are shortened here, so that
 * all that follows works on texts of bounded length.
 */

const LONGEST_PATCH = 64 * 1024

const known = <T extends z.ZodType>(type: T) => type.nullish().transform(value => value ?? undefined)

const upTo = (most: number) => (text: string) => shortened(text, most)
const name = z.string().transform(upTo(LONGEST_NAME))
const someName = z.string().min(1).transform(upTo(LONGEST_NAME))
const message = z.string().transform(upTo(LONGEST_MESSAGE))
const text = known(name)
const whole = known(z.number().int().nonnegative())
const milliseconds = known(z.number().nonnegative().max(LONGEST_MS, 'expected at most ten years'))
const time = known(z.iso.datetime({ offset: true, error: 'expected a time in RFC 3339, such as 2026-01-31T08:00:00Z' }))
const conclusion = known(z.enum(CONCLUSIONS))

const change = z.object({ file: someName, patch: known(z.string().transform(patch => patch.slice(0, LONGEST_PATCH))) })

const step = z.object({ name, conclusion, durationMs: milliseconds })

const test = z.object({
  name: someName,
  outcome: z.enum(['passed', 'failed', 'skipped']),
  durationMs: milliseconds,
  message: known(message),
})

const annotation = z.object({
  level: z.enum(['failure', 'warning', 'notice']),
  message,
  title: text,
  file: text,
  line: whole,
})

const job = z.object({
  id: whole,
  name: someName,
  conclusion,
  startedAt: time,
  completedAt: time,
  queuedMs: milliseconds,
  needs: known(z.array(name)),
  runner: known(z.object({ image: text, version: text, os: text })),
  steps: known(z.array(step)),
  annotations: known(z.array(annotation)),
  log: known(z.string()),
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
  parents: known(z.array(name)),
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

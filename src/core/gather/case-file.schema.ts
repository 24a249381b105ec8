import * as z from 'zod'
import type { CaseFile } from '../model/case-file.ts'
import { CATEGORIES } from '../model/category.ts'
import { CONCLUSIONS } from '../model/run.ts'

/** The case file, as `--save-case` writes it. Who sends one in may have changed it, so all that a diagnosis relies on is checked. */

const text = z.string()
const optional = text.exactOptional()
const lineNumber = z.int().min(1)
const span = z.tuple([lineNumber, lineNumber])
const count = z.int().min(0)
const probability = z.number().min(0).max(1)
const milliseconds = z.number().exactOptional()
const conclusions = z.enum(CONCLUSIONS)
const conclusion = conclusions.exactOptional()

const source = z.object({
  kind: z.enum(['file', 'stdin', 'directory', 'archive', 'run-document', 'github', 'command']),
  name: text,
})

const run = z.object({
  repository: optional,
  workflow: optional,
  run: count.exactOptional(),
  attempt: count.exactOptional(),
  url: optional,
  event: optional,
  branch: optional,
  base: optional,
  pullRequest: count.exactOptional(),
  fork: z.boolean().exactOptional(),
  commit: optional,
  parents: z.array(text).exactOptional(),
  actor: optional,
  triggeredBy: optional,
  startedAt: optional,
  completedAt: optional,
  status: z.enum(['queued', 'in_progress', 'completed']).exactOptional(),
  conclusion,
  changes: z.array(z.object({ file: text, patch: optional })).exactOptional(),
})

const annotation = z.object({
  level: z.enum(['failure', 'warning', 'notice']),
  message: text,
  title: optional,
  file: optional,
  line: z.int().exactOptional(),
})

const attempt = z.object({ attempt: count, jobs: z.array(z.object({ name: text, conclusion })) })

const job = z.object({
  id: count.exactOptional(),
  name: text,
  conclusion,
  startedAt: optional,
  completedAt: optional,
  queuedMs: milliseconds,
  needs: z.array(text).exactOptional(),
  runner: z.object({ image: optional, version: optional, os: optional }).exactOptional(),
  steps: z.array(z.object({ name: text, conclusion, durationMs: milliseconds })).exactOptional(),
  annotations: z.array(annotation).exactOptional(),
})

const section = z.object({
  kind: z.enum(['step', 'group', 'command']),
  name: text,
  job: text.nullable(),
  lines: span,
  durationMs: milliseconds,
  exitCode: z.int().exactOptional(),
  failed: z.boolean().exactOptional(),
})

const match = z.object({
  rule: text,
  category: z.enum(CATEGORIES),
  role: z.enum(['cause', 'summary', 'symptom']),
  title: text,
  lines: span,
  at: lineNumber,
  text,
  captures: z.record(text, text),
  transient: probability,
  repeats: count,
})

const report = z.object({
  framework: text,
  job: optional,
  total: count,
  passed: count,
  failed: count,
  skipped: count,
  failedTests: z.array(
    z.object({ name: text, message: optional, lines: span.exactOptional(), file: optional, line: z.int().exactOptional() }),
  ),
})

const dependency = z.object({
  ecosystem: text,
  name: text,
  from: text.nullable(),
  to: text.nullable(),
  file: text,
  line: count,
  direct: z.boolean(),
  unpinned: z.literal(true).exactOptional(),
})

const pointer = z.object({
  form: z.enum(['class', 'artifact', 'term']),
  where: z.enum(['broken', 'error', 'frame', 'aside']),
  name: text,
  count: lineNumber,
  at: lineNumber,
})

const knownTest = z.object({
  job: text,
  name: text,
  state: z.enum(['healthy', 'flaky', 'broken', 'fixed']),
  rate: probability,
  interval: z.tuple([probability, probability]),
  runs: count,
  failures: count,
  evidence: z.object({
    ever: probability,
    now: probability,
    unexplained: z.number().min(0),
    mixed: count,
    lines: count,
    outages: count,
    logged: count.default(0),
    badImages: z.array(text),
    blamedOn: z.array(text).exactOptional(),
    lastFailure: z.object({ run: count, commit: text.nullable(), at: text, blamed: probability }).nullable(),
  }),
})

const past = z.object({
  runs: z.array(
    z.object({
      job: text,
      run: count.exactOptional(),
      attempt: count.exactOptional(),
      conclusion: conclusions,
      commit: optional,
      branch: optional,
      pullRequest: count.exactOptional(),
      startedAt: optional,
      runner: z.object({ image: optional, version: optional }).exactOptional(),
      tests: z.object({ total: count, failed: count }).exactOptional(),
      fingerprint: optional,
      url: optional,
    }),
  ),
  commits: z.array(text).exactOptional(),
  metrics: z
    .array(
      z.object({
        job: text,
        metric: text,
        points: z.array(z.object({ run: count, at: z.number(), value: z.number(), trials: z.number().exactOptional() })),
      }),
    )
    .exactOptional(),
  tests: z.array(knownTest).exactOptional(),
})

const line = z.object({
  n: lineNumber,
  text,
  timeMs: milliseconds,
  echo: z.literal(true).exactOptional(),
  mark: z.enum(['step', 'group', 'endgroup', 'command', 'error', 'warning', 'notice', 'debug']).exactOptional(),
  score: probability,
  novel: z.literal(true).exactOptional(),
})

const log = z.object({
  name: text,
  job: text.nullable(),
  format: z.enum(['annotations', 'github', 'gh-run-view', 'gitlab', 'travis', 'jenkins', 'plain']),
  size: z.object({ lines: count, bytes: count }),
  runner: z.object({ image: optional, version: optional, os: optional, runnerVersion: optional, region: optional }).nullable(),
  sections: z.array(section),
  verdict: z.enum(['passed', 'failed']).exactOptional(),
  matches: z.array(match),
  tests: z.array(report),
  lines: z.array(line),
  pointers: z.array(pointer).exactOptional(),
  resolved: z.array(z.object({ name: text, versions: z.array(text) })).exactOptional(),
  drifts: z.array(dependency).exactOptional(),
  compared: z.boolean(),
  newLines: count.exactOptional(),
  caches: z.object({ hits: count.nullable(), misses: count.nullable() }).exactOptional(),
})

export const caseFileSchema: z.ZodType<CaseFile> = z.object({
  schema: z.literal('sherpa.case/1'),
  source,
  run: run.nullable(),
  dependencies: z.array(dependency).exactOptional(),
  jobs: z.array(job),
  past: past.exactOptional(),
  attempts: z.array(attempt).exactOptional(),
  logs: z.array(log),
  reports: z.array(report),
  notes: z.array(z.object({ code: text, text })),
})

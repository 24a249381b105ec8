/**
 * The shape of the diagnosis document, for whoever reads it from outside. Not loaded on the way to a diagnosis: the renderers
 * write what the types say, and a test holds types and schema together. Fields may be added, never renamed.
 */
import * as z from 'zod'
import { CATEGORIES } from '../model/category.ts'
import { CONCLUSIONS } from '../model/run.ts'

const category = z.enum(CATEGORIES).describe('Why a job failed, from a closed list.')
const probability = z.number().min(0).max(1)
const lines = z
  .tuple([z.int().min(1), z.int().min(1)])
  .describe('First and last line in the raw input, 1-based, counting line feeds, inclusive.')
const conclusion = z.enum(CONCLUSIONS)
const job = z.string().nullable().describe('Name of the job; null where it is not known.')

const source = z
  .looseObject({ kind: z.enum(['file', 'stdin', 'directory', 'archive', 'run-document', 'github', 'command']), name: z.string() })
  .describe('What was asked about.')

const run = z
  .looseObject({
    repository: z.string().exactOptional(),
    workflow: z.string().exactOptional(),
    run: z.int().exactOptional(),
    attempt: z.int().exactOptional(),
    url: z.string().exactOptional(),
    event: z.string().exactOptional(),
    branch: z.string().exactOptional(),
    base: z.string().exactOptional(),
    pullRequest: z.int().exactOptional(),
    fork: z.boolean().exactOptional(),
    commit: z.string().exactOptional(),
    parents: z.array(z.string()).exactOptional(),
    actor: z.string().exactOptional(),
    triggeredBy: z.string().exactOptional(),
    startedAt: z.string().exactOptional().describe('RFC 3339.'),
    completedAt: z.string().exactOptional().describe('RFC 3339.'),
    status: z.enum(['queued', 'in_progress', 'completed']).exactOptional(),
    conclusion: conclusion.exactOptional(),
    changes: z.array(z.looseObject({ file: z.string(), patch: z.string().exactOptional() })).exactOptional(),
  })
  .describe('Facts of one attempt of one run; what is not known is absent.')

const failure = z
  .looseObject({
    category,
    rule: z.string().nullable().describe('Id of the rule that recognised it; null where a test report or the learned model did.'),
    title: z.string(),
    message: z.string().describe('What the log says.'),
    job,
    step: z.string().nullable(),
    lines: lines
      .nullable()
      .describe('Where the log says it; null where it stands in an annotation or a conclusion, not in a log.'),
    file: z.string().exactOptional().describe('As the log writes it.'),
    line: z.int().exactOptional().describe('Line in that file, 1-based.'),
    captures: z.record(z.string(), z.string()).describe('What the rule took out of the message, by name.'),
    fingerprint: z.string().describe('Same failure, same id, whatever the run; its version comes first.'),
    confidence: probability,
  })
  .describe('One recognised failure.')

const highlight = z
  .looseObject({ job, lines, score: probability, text: z.array(z.string()).describe('The cleaned text of those lines.') })
  .describe('Lines that a person should read.')

const failedTest = z.looseObject({
  name: z.string(),
  message: z.string().exactOptional(),
  lines: lines.exactOptional(),
  file: z.string().exactOptional(),
  line: z.int().exactOptional(),
})

const testReport = z
  .looseObject({
    framework: z.string(),
    job: z.string().exactOptional(),
    total: z.int().min(0),
    passed: z.int().min(0),
    failed: z.int().min(0),
    skipped: z.int().min(0),
    failedTests: z.array(z.string()).describe('Names of the failed tests.'),
    failedTestDetails: z.array(failedTest).describe('The same tests in the same order, with messages and places.'),
  })
  .describe('What one test framework reported.')

export const anomalySchema = z
  .looseObject({
    repository: z.string(),
    workflow: z.string(),
    job: z.string().nullable().describe('Null for a metric of the whole run.'),
    metric: z.string(),
    detector: z.string().describe('Id of the detector that found it.'),
    run: z.int().nullable().describe('The first run that shows it.'),
    at: z.string().nullable().describe('When that ran, RFC 3339.'),
    since: z.string().nullable().describe('Since when it lasts, RFC 3339; null for what happened once.'),
    until: z.string().nullable().exactOptional().describe('When it was as before again, RFC 3339; null where it lasts.'),
    observed: z.number(),
    expected: z.number(),
    score: probability.describe('How sure, 0..1.'),
    direction: z.enum(['up', 'down']),
    explanation: z.string(),
  })
  .describe('Something unusual against history.')

const cause = z
  .looseObject({
    kind: z
      .string()
      .describe('`dependency`, `change`, `runner_image`, `commit`, `time`, `not_this_change`, or another kind of suspect.'),
    title: z.string(),
    subject: z.string().exactOptional().describe('The suspect by name: a package, a path, `image@version`.'),
    confidence: probability,
    evidence: z.array(
      z.looseObject({
        signal: z.string().describe('Which way of looking found it.'),
        text: z.string(),
        weight: z.number().describe('Natural log-odds: above 0 speaks for the cause, below 0 against it.'),
        at: z
          .looseObject({ job, line: z.int().min(1) })
          .exactOptional()
          .describe('Where a log says so.'),
        url: z.string().exactOptional(),
      }),
    ),
  })
  .describe('A candidate for the root cause.')

const stats = z
  .looseObject({
    logs: z.int().min(0),
    lines: z.int().min(0),
    bytes: z.int().min(0),
    jobs: z.int().min(0),
    failedJobs: z.int().min(0),
    compared: z.boolean().describe('A green log of the same job was at hand.'),
  })
  .describe('How much was read.')

/** `sherpa.diagnosis/1`. */
export const diagnosisSchema = z
  .looseObject({
    schema: z.literal('sherpa.diagnosis/1'),
    source,
    run: run.nullable(),
    headline: z.string().describe('One sentence, fit for a title.'),
    category,
    confidence: probability.describe('Probability that `category` is right.'),
    transient: probability.describe('Probability that a plain re-run of the same commit passes.'),
    failures: z.array(failure).describe('Root first.'),
    highlights: z.array(highlight).describe('Best first.'),
    tests: z.array(testReport),
    anomalies: z.array(anomalySchema),
    causes: z.array(cause).describe('Most likely first.'),
    explanation: z.string().describe('What it means, for somebody who meets it for the first time.'),
    nextSteps: z.array(z.string()).describe('Most promising first.'),
    notes: z.array(z.looseObject({ code: z.string(), text: z.string() })).describe('What could not be read, and why.'),
    stats,
  })
  .describe('What broke, where it says so, how sure that is, and what a re-run would do.')

import * as z from 'zod'
import { checkDocument } from '../config/check-document.ts'
import type { Checked, ConfigDocument } from '../config/document.ts'
import { CATEGORIES } from '../model/category.ts'
import { REMEDY_IDS, VERDICTS } from '../model/plan.ts'
import type { SomeFacts } from './complete-facts.ts'
import type { PolicyFacts } from './facts.ts'

const share = z.number().min(0).max(1)
const text = z.string().nullable()
const id = z.int().nullable()
const time = z.iso.datetime({ offset: true, message: 'is not a time in RFC 3339' })

const failureSchema = z.strictObject({
  category: z.enum(CATEGORIES).describe('Why the job failed.'),
  nature: z
    .enum(['transient', 'deterministic', 'unproven'])
    .describe('Whether a re-run may pass; by the category, where nothing else is known.'),
  confidence: share.describe('That the category is right.'),
  transient: share.describe('That a plain re-run passes.'),
  fingerprint: text.describe('Of the failure; the same failure has the same.'),
  job: text.describe('The one job that it is about; null, too, where that is the whole run.'),
})

const runSchema = z.strictObject({
  repository: text.describe('owner/name.'),
  workflow: text,
  run: id,
  attempt: z.int().min(1),
  event: text.describe('What started it: push, pull_request, …'),
  branch: text,
  base: text.describe('Of a pull request.'),
  pullRequest: id,
  commit: text,
  actor: text.describe('Login of whoever caused it.'),
  triggeredBy: text.describe('Login of whoever started this attempt.'),
  fork: z.boolean().nullable().describe('Its code comes from another repository.'),
  files: z.array(z.string()).nullable().describe('Changed by it.'),
  labels: z.array(z.string()).nullable().describe('Of its pull request.'),
  author: text.describe('Login of whoever opened its pull request.'),
  title: text.describe('Of its pull request.'),
})

/** What a policy is asked about: `input` of an Open Policy Agent. */
export const policyFactsSchema = z
  .strictObject({
    remedy: z.enum(REMEDY_IDS),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).describe('Of the remedy.'),
    risk: z.enum(['low', 'medium', 'high']),
    reversible: z.boolean(),
    costMinutes: z.number().min(0).describe('What it takes of machines.'),
    failure: failureSchema.describe('What it would mend.'),
    run: runSchema,
    environments: z.array(z.string()).nullable().describe('Deployment environments that it would touch.'),
    now: z.strictObject({
      at: time.describe('RFC 3339.'),
      weekday: z.int().min(0).max(6).describe('0 is Sunday.'),
      hour: z.int().min(0).max(23),
    }),
  })
  .describe(
    'What is not known is null; an empty list means that there are none. Times are in UTC.',
  ) satisfies z.ZodType<PolicyFacts>

/** Some of them, as a person writes them down. */
const someFactsSchema = policyFactsSchema
  .extend({ failure: failureSchema.partial(), run: runSchema.partial(), now: z.strictObject({ at: time }) })
  .partial()
  .describe('Some facts; the others are not known.') satisfies z.ZodType<SomeFacts>

/** What `sherpa policy test` reads. */
export const policyCasesSchema = z
  .strictObject({
    cases: z
      .array(
        z.strictObject({
          name: z.string().min(1, 'is empty').describe('What is expected, in words.'),
          facts: someFactsSchema.default({}),
          expect: z.enum(VERDICTS).describe('allow, ask or deny.'),
        }),
      )
      .min(1),
  })
  .describe('What a policy should say.')

/** Checks parsed facts. */
export const readFacts = (document: ConfigDocument): Checked<SomeFacts> => checkDocument(document, someFactsSchema)

/** Checks a parsed file of cases. */
export const readCases = (document: ConfigDocument): Checked<z.output<typeof policyCasesSchema>> =>
  checkDocument(document, policyCasesSchema)

import * as z from 'zod'
import { PATH } from '../pull-request/names.ts'
import { commandSchema } from './command-schema.ts'
import { type Config, DEBUG_LOGGING, QUARANTINE_FORMATS, REPORT_FORMATS } from './config.ts'
import { dispatchSchema, workflowFile } from './dispatch-schema.ts'
import { policySchema } from './policy-schema.ts'
import { userRuleSchema } from './rule-schema.ts'

const redactSchema = z
  .strictObject({
    env: z
      .array(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is not the name of an environment variable'))
      .default([])
      .describe('Names of environment variables whose values are secret.'),
    patterns: z.array(z.string().min(1, 'is empty')).default([]).describe('Patterns of secrets (RE2 syntax; (?i) ignores case).'),
  })
  .describe('What to hide beyond what sherpa recognises by itself.')

const reportSchema = z
  .strictObject({
    format: z.enum(REPORT_FORMATS).optional().describe('How to tell a diagnosis; --format and --json win.'),
    highlights: z.int().min(1).max(50).optional().describe('How many excerpts to show.'),
  })
  .describe('How a diagnosis is told.')

const sloSchema = z
  .strictObject({
    name: z.string().min(1, 'is empty').describe('What is measured, for the answer.'),
    query: z.string().min(1, 'is empty').describe('A PromQL query; each series that it gives counts.'),
    atMost: z.number().optional().describe('The highest value that is still good.'),
    atLeast: z.number().optional().describe('The lowest value that is still good.'),
  })
  .refine(({ atMost, atLeast }) => atMost !== undefined || atLeast !== undefined, 'needs atMost or atLeast')
  .describe('What a query of Prometheus has to give.')

const gateSchema = z
  .strictObject({
    ci: z
      .strictObject({
        from: z.enum(['github', 'store']).default('github').describe('Where the checks of the commit are looked up.'),
        required: z.array(z.string().min(1, 'is empty')).default([]).describe('Checks that must be there.'),
        ignore: z
          .array(z.string().min(1, 'is empty'))
          .default([])
          .describe('Checks that do not count, such as the one that runs the gate.'),
      })
      .optional()
      .describe('CI has to be green for the commit.'),
    prometheus: z.string().min(1, 'is empty').optional().describe('The URL of the Prometheus that is asked.'),
    slo: z.array(sloSchema).default([]).describe('What has to hold there.'),
    incidents: z.string().min(1, 'is empty').optional().describe('No issue with this label may be open.'),
  })
  .describe('What sherpa gate looks at before a deployment goes on.')

const quarantineSchema = z
  .strictObject({
    file: z
      .string()
      .max(300, 'is longer than 300 characters')
      .regex(PATH, 'is not a path inside the repository')
      .describe("The list, as a path in the repository; without a repository, from this file's folder."),
    format: z
      .enum(QUARANTINE_FORMATS)
      .default('lines')
      .describe('lines: one name a line, # begins a comment. json: an array of names.'),
  })
  .describe('Where flaky tests are listed for the test runner to leave out.')

const canarySchema = z
  .strictObject({
    image: z
      .string()
      .min(1, 'is empty')
      .max(500)
      .optional()
      .describe('Commits are tried in containers of this image; --image and --no-image win.'),
    network: z
      .string()
      .min(1, 'is empty')
      .max(200)
      .optional()
      .describe('The network that they join, such as bridge. Default: none.'),
    memory: z
      .string()
      .regex(/^\d+(?:\.\d+)? ?(?:[kKMG]i?B)$/, 'is not a size such as 512MB or 2GB')
      .optional()
      .describe('The memory that each may use, such as 2GB. Default: all there is.'),
    cpus: z
      .number()
      .positive()
      .max(1000)
      .optional()
      .describe('The processors that each may use, such as 1.5. Default: all there are.'),
  })
  .describe('How sherpa canary and bisect try commits.')

/** The shape of sherpa.yml. */
export const configSchema = z
  .strictObject({
    version: z.literal(1).default(1).describe('Version of this file format.'),
    rules: z.array(userRuleSchema).default([]).describe('Rules of your own; one with the id of a built-in rule replaces it.'),
    disable: z
      .array(
        z.string().regex(/^[a-z0-9-]+\/(?:[a-z0-9-]+|\*)$/, 'is not the id of a rule (tool/what, or tool/* for all of a tool)'),
      )
      .default([])
      .describe('Rules that never apply, by id, or tool/* for all of a tool.'),
    redact: redactSchema.prefault({}),
    report: reportSchema.prefault({}),
    baseline: z
      .string()
      .min(1, 'is empty')
      .optional()
      .describe("A green log to compare with, as a path from this file's folder."),
    store: z
      .string()
      .min(1, 'is empty')
      .optional()
      .describe(
        "Where the history is kept: a file, as a path from this file's folder, or postgres://…; --store and SHERPA_STORE win.",
      ),
    commands: z
      .record(
        z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/, 'is not a name of lower-case letters, digits and hyphens'),
        commandSchema,
      )
      .default({})
      .describe('Commands that may be run to heal, by name; nothing else is ever run.'),
    dispatch: z
      .record(workflowFile, dispatchSchema)
      .default({})
      .describe('Workflows that may be started to heal, by file name; no other ever is.'),
    reruns: z
      .strictObject({
        debug: z
          .enum(DEBUG_LOGGING)
          .default('never')
          .describe('Debug logging of re-runs: never, when a run is run again that was already, or always.'),
      })
      .prefault({})
      .describe('How runs are run again.'),
    hung: z
      .strictObject({
        minutes: z
          .int()
          .min(1)
          .max(50_000)
          .optional()
          .describe('A job that is under way for longer hangs, whatever it took before.'),
      })
      .prefault({})
      .describe('When a job hangs; without a word, when it takes thrice as long as 95 % of its runs did, and half an hour.'),
    gate: gateSchema.prefault({}),
    quarantine: quarantineSchema.optional(),
    canary: canarySchema.prefault({}),
    policy: policySchema.prefault({}),
  })
  .describe('Configuration of sherpa.') satisfies z.ZodType<Config>

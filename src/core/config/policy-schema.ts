import * as z from 'zod'
import { CATEGORIES } from '../model/category.ts'
import { REMEDY_IDS, type RemedyId } from '../model/plan.ts'
import { hoursOf, thresholdMistake } from '../policy/conditions.ts'
import { globMistake } from '../policy/glob.ts'
import { DEFAULT_LIMITS } from '../policy/limits.ts'
import { MODES, POLICY_PRESETS, type Policy, WEEKDAYS } from '../policy/policy.ts'

const oneOrMany = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.array(schema).min(1).max(100)])

/** Text that `wrong` finds nothing wrong with. */
const textWithout = (wrong: (text: string) => string | undefined) =>
  z
    .string()
    .max(200, 'is longer than 200 characters')
    .check(context => {
      const message = wrong(context.value)
      if (message !== undefined) context.issues.push({ code: 'custom', message, input: context.value })
    })

const globs = oneOrMany(textWithout(globMistake))
const share = z.number().min(0).max(1)
const threshold = z.union([share, textWithout(thresholdMistake)])
const mode = z.enum(MODES)

const timeSchema = z.strictObject({
  days: oneOrMany(z.enum(WEEKDAYS))
    .optional()
    .describe('None: all of them. A window over midnight belongs to the day on which it begins.'),
  hours: textWithout(text => (hoursOf(text) ? undefined : 'is not of the form 09:00-17:00'))
    .optional()
    .describe('09:00-17:00, the end not included; 22:00-06:00 goes over midnight.'),
  zone: z.literal('UTC').default('UTC'),
})

const filesSchema = z.strictObject({
  any: globs.optional().describe('One changed file matches one of these.'),
  all: globs.optional().describe('Each changed file matches one of these.'),
})

const whenSchema = z
  .strictObject({
    category: oneOrMany(z.enum(CATEGORIES)).optional().describe('Why the job failed.'),
    confidence: threshold
      .optional()
      .describe('That the category is right: at least this number, or a comparison such as "< 0.5".'),
    transient: threshold.optional().describe('That a plain re-run passes: at least this number, or a comparison.'),
    branch: globs.optional().describe('* stands for anything but /, ** for anything, ? for one character.'),
    base: globs.optional().describe('Base branch of the pull request.'),
    environment: globs.optional().describe('A deployment environment that would be touched.'),
    labels: globs.optional().describe('A label of the pull request.'),
    author: globs.optional().describe('Login of whoever opened the pull request.'),
    title: globs.optional().describe('Title of the pull request; * does not stand for /, ** does.'),
    actor: globs.optional().describe('Login of whoever caused the run.'),
    event: oneOrMany(z.string().min(1, 'is empty')).optional().describe('What started the run: push, pull_request, …'),
    workflow: globs.optional().describe('Name of the workflow.'),
    repository: globs.optional().describe('owner/name.'),
    job: globs.optional().describe('The one job that it is about.'),
    files: z.union([globs, filesSchema]).optional().describe('What the change touched; a list is the same as any.'),
    fork: z.boolean().optional().describe('Whether the code comes from another repository.'),
    time: timeSchema.optional().describe('When it would happen.'),
  })
  .describe('All of these must hold; a list means any of it. What is not known counts against the action.')

const ruleSchema = z.strictObject({
  remedy: oneOrMany(z.enum(REMEDY_IDS)).optional().describe('Which remedies it is about; none: all.'),
  when: whenSchema.optional(),
  then: mode.describe('off: never. suggest: show it. ask: do it when approved. auto: do it.'),
  because: z
    .string()
    .min(1, 'is empty')
    .max(300, 'is longer than 300 characters')
    .optional()
    .describe('Shown with the decision.'),
})

const whole = (least: number, most: number) => z.int().min(least).max(most)
const { budgets, breaker, outage, killSwitch } = DEFAULT_LIMITS

const budgetsSchema = z
  .strictObject({
    perRun: whole(0, 100).default(budgets.perRun).describe('Actions on one run, all its attempts together.'),
    perCommit: whole(0, 1000).default(budgets.perCommit).describe('Actions on one workflow and commit.'),
    perFingerprintPerDay: whole(0, 1000)
      .default(budgets.perFingerprintPerDay)
      .describe('Actions on one kind of failure within 24 hours.'),
    perRepositoryPerDay: whole(0, 10_000)
      .default(budgets.perRepositoryPerDay)
      .describe('Actions in one repository within 24 hours.'),
    minutesPerDay: whole(0, 1_000_000)
      .default(budgets.minutesPerDay)
      .describe('Minutes of machines in one repository within 24 hours.'),
    restartsPerHour: whole(0, 100).default(budgets.restartsPerHour).describe('Restarts of one container within an hour.'),
    coolDownMinutes: whole(0, 10_080).default(budgets.coolDownMinutes).describe('Between two actions on one thing.'),
    attemptCap: whole(1, 50)
      .default(budgets.attemptCap)
      .describe('No further attempt of a run after this one, whoever started the others.'),
  })
  .describe('How much may be done.')

const breakerSchema = z
  .strictObject({
    opensAfter: whole(1, 100)
      .default(breaker.opensAfter)
      .describe('After so many heals in a row that did not heal, nothing more is tried.'),
    probeAfterMinutes: whole(1, 10_080).default(breaker.probeAfterMinutes).describe('After so long a single one may try.'),
  })
  .describe('When heals do not heal.')

const outageSchema = z
  .strictObject({
    failedJobs: whole(1, 1000).default(outage.failedJobs).describe('More failed jobs in one run than this.'),
    failedTests: share.default(outage.failedTests).describe('A larger share of the tests of one run than this.'),
    redWorkflows: whole(0, 1000)
      .default(outage.redWorkflows)
      .describe('More workflows of the repository that failed within an hour than this.'),
  })
  .describe('When to stand back, because it is more than one failure.')

const killSwitchSchema = z
  .strictObject({
    label: z
      .string()
      .min(1, 'is empty')
      .default(killSwitch.label)
      .describe("A label on an open issue of the run's repository; where that cannot be asked, nothing is done."),
    variable: z
      .string()
      .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is not the name of a variable')
      .default(killSwitch.variable)
      .describe('An environment variable; anything but 0 and false.'),
  })
  .describe('What stops everything.')

const decisionPath = z
  .string()
  .regex(/^[A-Za-z_]\w*(?:\/[A-Za-z_]\w*)*$/, 'is not the path of a rule, such as sherpa/decision')
  .default('sherpa/decision')
const timeoutSeconds = z.number().min(0.05).max(60).default(2).describe('An answer that takes longer is a denial.')

const opaSchema = z
  .union([
    z.strictObject({
      url: z
        .string()
        .check(context => {
          if (!isPlainUrl(context.value))
            context.issues.push({
              code: 'custom',
              message: 'is not an http or https address without credentials and query',
              input: context.value,
            })
        })
        .describe('Address of a running server.'),
      decision: decisionPath.describe('Path of the rule that decides.'),
      timeoutSeconds,
    }),
    z.strictObject({
      bundle: z
        .string()
        .regex(/\.(?:tar\.gz|tgz|wasm)$/, 'is neither a bundle (.tar.gz) nor a module (.wasm)')
        .describe("Path from this file's folder, of what opa build -t wasm wrote."),
      entrypoint: decisionPath.describe('The rule that decides, as opa build -e named it.'),
      timeoutSeconds,
    }),
  ])
  .describe('An Open Policy Agent that decides in place of rules and remedies.')

function isPlainUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && `${url.username}${url.password}${url.search}${url.hash}` === ''
}

const remedyModes = Object.fromEntries(REMEDY_IDS.map(id => [id, mode.optional()])) as Record<
  RemedyId,
  z.ZodOptional<typeof mode>
>

/** The shape of `policy:`. */
export const policySchema = z
  .strictObject({
    preset: z
      .enum(POLICY_PRESETS)
      .default('suggest')
      .describe(
        'off: never act. suggest: show what could be done. assist: act when approved. auto-rerun: re-run what is transient, ask for the rest.',
      ),
    remedies: z.strictObject(remedyModes).default({}).describe('What holds for single remedies, whatever the preset says.'),
    rules: z
      .array(ruleSchema)
      .max(200)
      .default([])
      .describe('The first that applies decides, before remedies and preset are asked.'),
    budgets: budgetsSchema.prefault({}),
    breaker: breakerSchema.prefault({}),
    outage: outageSchema.prefault({}),
    approvers: z
      .array(z.string().min(1, 'is empty'))
      .default([])
      .describe(
        'Logins of who may approve, who must be allowed to write to the repository; none: whoever may. Where no CI is asked: accounts of this machine.',
      ),
    approvalMinutes: whole(1, 10_080)
      .default(DEFAULT_LIMITS.approvalMinutes)
      .describe('How long an approval holds; it is for one plan and one use.'),
    killSwitch: killSwitchSchema.prefault({}),
    opa: opaSchema.optional(),
  })
  .check(context => {
    const { opa, rules, remedies } = context.value
    if (!opa) return
    const message = 'is not asked where policy.opa decides: remove one of the two'
    if (rules.length > 0) context.issues.push({ code: 'custom', path: ['rules'], message, input: rules })
    if (Object.keys(remedies).length > 0) context.issues.push({ code: 'custom', path: ['remedies'], message, input: remedies })
  })
  .describe('What sherpa may do by itself.') satisfies z.ZodType<Policy>

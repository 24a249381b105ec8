import * as z from 'zod'
import { REASON_CODES, REMEDY_IDS, VERDICTS } from '../model/plan.ts'
import type { Simulation } from './simulation.ts'

const count = z.int().min(0)
const minutes = z.number().min(0)
const verdict = z.enum(VERDICTS)

const action = z.looseObject({
  repository: z.string(),
  workflow: z.string(),
  run: count,
  attempt: z.int().min(1),
  at: z.string().describe('When it was decided, RFC 3339.'),
  remedy: z.enum(REMEDY_IDS),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  verdict: verdict.describe('What the policy in question says.'),
  today: verdict.describe("What today's policy says."),
  changed: z.boolean(),
  reasons: z.array(z.looseObject({ code: z.enum(REASON_CODES), text: z.string() })),
  costMinutes: minutes.describe('Of machines, as expected.'),
  notBefore: z.string().nullable().describe('RFC 3339; null: at once.'),
  effect: z
    .enum(['healed', 'masked', 'in-vain', 'unknown'])
    .nullable()
    .describe('What the re-run did; null where nothing would have been done.'),
})

/** What `sherpa simulate --json` prints. */
export const simulationSchema = z.looseObject({
  policy: z.string().describe('The file that says it, and its preset.'),
  runs: count.describe('With an attempt in the window.'),
  failing: count.describe('Those of them with one that failed.'),
  healed: count.describe('Turned green by an allowed re-run, masked ones not among them.'),
  masked: count.describe('Turned green although their change was at fault.'),
  inVain: count.describe('Allowed re-runs that stayed red.'),
  unknown: count.describe('Allowed re-runs of which nobody knows what they would have done.'),
  minutesSpent: minutes.describe('Of machines, for all allowed actions.'),
  minutesWasted: minutes.describe('Of those, for re-runs that stayed red.'),
  minutesSaved: z.number().describe('For which healed runs stood red until a person ran them again, less the wait.'),
  decisionsChanged: count.describe("Actions whose verdict is not that of today's policy."),
  actions: z.array(action).describe('In the order in which the failures became known.'),
}) satisfies z.ZodType<Simulation>

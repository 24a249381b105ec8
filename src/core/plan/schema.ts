import * as z from 'zod'
import { type Plan, REASON_CODES, REMEDY_IDS, VERDICTS } from '../model/plan.ts'
import { diagnosisSchema } from '../report/schema.ts'

const reason = z.looseObject({ code: z.enum(REASON_CODES), text: z.string().describe('With the facts of this case.') })

const action = z.looseObject({
  id: z.string().describe('The idempotency key: the same remedy with the same parameters on the same attempt has the same.'),
  remedy: z.enum(REMEDY_IDS),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  title: z.string(),
  because: z.string().describe('What speaks for it.'),
  verdict: z.enum(VERDICTS).describe('deny: no. ask: when a person approves. allow: by itself.'),
  reasons: z.array(reason).min(1),
  risk: z.enum(['low', 'medium', 'high']),
  reversible: z.boolean(),
  costMinutes: z.number().min(0).describe('Of machines.'),
  notBefore: z.string().nullable().describe('RFC 3339; null: at once.'),
})

const planSchema = z.looseObject({
  schema: z.literal('sherpa.plan/1'),
  id: z.string().describe('A hash of all else but the times before which nothing is to be done: approvals bind to it.'),
  target: z.looseObject({ repository: z.string(), run: z.int(), attempt: z.int().min(1) }).nullable(),
  actions: z.array(action).describe('The most promising first.'),
  nothing: reason.nullable().describe('Where nothing is to be done: why.'),
}) satisfies z.ZodType<Plan>

/** What `sherpa heal --json` prints. */
export const healSchema = z.looseObject({ diagnosis: diagnosisSchema, plan: planSchema })

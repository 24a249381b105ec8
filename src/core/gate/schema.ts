import * as z from 'zod'
import { type Condition, GATE_VERDICTS, type GateVerdict } from './condition.ts'

const verdict = z.enum(GATE_VERDICTS)
const found = z.union([z.string(), z.number()])

const condition = z.looseObject({
  kind: z.enum(['ci', 'slo', 'incidents', 'canary']),
  name: z.string(),
  verdict,
  observed: found.nullable().describe('What was found; null where nothing was.'),
  threshold: found.describe('What would have to be found.'),
  text: z.string().describe('Both in one sentence.'),
})

/** What `sherpa gate --json` prints. */
export const gateSchema = z.looseObject({
  verdict: verdict.describe('Only success lets anything pass; inconclusive: nobody can tell, or not yet.'),
  conditions: z.array(condition),
}) satisfies z.ZodType<{ readonly verdict: GateVerdict; readonly conditions: readonly Condition[] }>

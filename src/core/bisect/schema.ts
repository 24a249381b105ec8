import * as z from 'zod'
import type { Bisected } from './run-bisect.ts'

const count = z.int().min(0)
const probability = z.number().min(0).max(1)
const commit = z.looseObject({ commit: z.string(), subject: z.string().describe('What its message says first.') })

/** What `sherpa bisect --json` prints. */
export const bisectSchema = z.looseObject({
  verdict: z
    .enum(['found', 'unchanged', 'inconclusive'])
    .describe('unchanged: the bad commit fails no more often than the good one.'),
  firstBad: commit.describe('The likeliest, whatever the verdict.'),
  confidence: probability.describe('That it is that one.'),
  unchanged: probability.describe('That nothing changed.'),
  rates: z.looseObject({ before: probability, after: probability }).describe('How often the command fails, as expected.'),
  runs: count,
  interrupted: z.boolean(),
  posterior: z
    .array(
      commit.extend({
        probability: probability.describe('That it is the first bad one.'),
        runs: count,
        failures: count,
        skipped: z.boolean().describe('It cannot be told.'),
      }),
    )
    .describe('The good commit, and all after it.'),
}) satisfies z.ZodType<Bisected>

import * as z from 'zod'
import { CATEGORIES } from '../model/category.ts'
import { MAX_EXTENT } from '../model/rule.ts'

const pattern = z.string().min(1, 'is empty').max(1000, 'is longer than 1,000 characters')
const someLines = z.int().min(0).max(MAX_EXTENT)

const extentSchema = z
  .strictObject({
    before: someLines.optional().describe('Lines before the match.'),
    after: someLines.optional().describe('Lines after the match.'),
    while: pattern.optional().describe('Further lines after those, as long as they match this pattern.'),
  })
  .describe('Which neighbouring lines belong to the message.')

const examplesSchema = z
  .strictObject({
    match: z
      .array(
        z.strictObject({
          text: z.string(),
          captures: z.record(z.string(), z.string()).optional().describe('What must be captured, by name.'),
        }),
      )
      .default([])
      .describe('Texts of which one line must match.'),
    miss: z.array(z.string()).default([]).describe('Near misses that the rule must leave alone.'),
  })
  .describe('What `sherpa rules test` holds the rule to.')

/** A rule as a user writes it. */
export const userRuleSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'is not of the form tool/what, in lower case')
    .describe('tool/what, such as our-proxy/refused.'),
  category: z.enum(CATEGORIES).describe('Why the job failed.'),
  title: z
    .string()
    .min(1, 'is empty')
    .max(200, 'is longer than 200 characters')
    .describe('Headline; {name} stands for a capture.'),
  needles: z
    .array(z.string().min(3, 'is shorter than 3 characters').max(200, 'is longer than 200 characters'))
    .min(1)
    .max(20)
    .describe('Literal texts of which at least one stands in every line that matches; compared without case.'),
  pattern: pattern.describe('Applied to one cleaned line; RE2 syntax. Named groups (?<name>…) are the captures.'),
  flags: z.enum(['', 'i']).default('').describe('i ignores case.'),
  role: z
    .enum(['cause', 'summary', 'symptom'])
    .default('cause')
    .describe('cause names what is wrong; summary says that a tool failed; symptom is the echo of a failure told elsewhere.'),
  extent: extentSchema.optional(),
  transient: z.number().min(0).max(1).default(0.1).describe('Probability that a plain re-run passes.'),
  explanation: z.string().default('').describe('What it means, for somebody who meets it for the first time.'),
  remedies: z.array(z.string()).default([]).describe('What to do next, most promising first.'),
  examples: examplesSchema.prefault({}),
})

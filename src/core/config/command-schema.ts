import * as z from 'zod'

const argv = z.array(z.string().max(2000, 'is longer than 2,000 characters')).min(1).max(100)

/** A command that may be run to heal. */
export const commandSchema = z.strictObject({
  run: argv.describe('The program and its arguments, one each: no shell reads them, and nothing is ever put into them.'),
  for: z
    .array(z.string().min(1, 'is empty'))
    .default([])
    .describe('Failures that it mends: categories, ids of rules, or tool/* for all of a tool. Without: nothing proposes it.'),
  directory: z
    .string()
    .min(1, 'is empty')
    .optional()
    .describe("Where it runs, as a path from this file's folder. Default: that folder."),
  timeoutSeconds: z.int().min(1).max(3600).default(300).describe('After that it is ended, with all that it started.'),
  env: z
    .array(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is not the name of an environment variable'))
    .default([])
    .describe('Environment variables that it sees, beside PATH.'),
  verify: argv
    .optional()
    .describe('Says whether it healed: exit code 0 yes, 75 not yet, anything else no. Default: its own exit code.'),
  undo: argv.optional().describe('Takes it back.'),
  risk: z.enum(['low', 'medium', 'high']).default('medium').describe('How much can go wrong.'),
})

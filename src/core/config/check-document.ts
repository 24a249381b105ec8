import type * as z from 'zod'
import { type Checked, type ConfigDocument, inFileOrder } from './document.ts'
import { explainIssue } from './explain-issue.ts'

/** A document as what its schema makes of it, or every mistake with its place; an empty document is an empty mapping. */
export function checkDocument<Output>(document: ConfigDocument, schema: z.ZodType<Output>): Checked<Output> {
  const result = schema.safeParse(document.value ?? {}, { jitless: true })
  if (result.success) return { value: result.data }
  return { troubles: inFileOrder(result.error.issues.flatMap(issue => explainIssue(issue, document, schema))) }
}

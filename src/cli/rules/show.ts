import { nearest } from '../../core/config/nearest.ts'
import type { Rule } from '../../core/model/rule.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import type { Run } from '../command.ts'
import { loadConfiguration } from '../configuration.ts'
import { safeText } from '../terminal/safe-text.ts'
import type { RulesShowOptions } from './options.ts'

export const runRulesShow: Run<RulesShowOptions> = async (options, environment) => {
  const { rules } = await loadConfiguration(options.config, environment)
  const rule = findRule(rules, options.id)
  environment.out.write(options.json ? `${JSON.stringify(entry(rule), null, 2)}\n` : safeText(text(rule)))
  return 'nothing failed'
}

/** The rule of that id; an unknown id is the caller's mistake, told with the nearest one. */
export function findRule(rules: readonly Rule[], id: string): Rule {
  const found = rules.find(rule => rule.id === id)
  if (found) return found
  const similar = nearest(
    id,
    rules.map(rule => rule.id),
  )
  throw new SherpaError({
    code: 'unknown-rule',
    kind: 'usage',
    message: `there is no rule ${JSON.stringify(id)}`,
    hint: similar ? `did you mean ${similar}?` : 'see sherpa rules list',
  })
}

const entry = ({ id, category, title, needles, role, transient, explanation, remedies, examples, pattern, extent }: Rule) => ({
  id,
  category,
  title,
  needles,
  role: role ?? 'cause',
  transient,
  explanation,
  remedies,
  examples,
  pattern: String(pattern),
  ...(extent && { extent: { ...extent, ...(extent.while && { while: String(extent.while) }) } }),
})

function text(rule: Rule): string {
  return [
    `${rule.id}  ${rule.category}${rule.role && rule.role !== 'cause' ? `, ${rule.role}` : ''}`,
    rule.title,
    '',
    rule.explanation,
    `A plain re-run passes in about ${Math.round(rule.transient * 100)} of 100 cases.`,
    '',
    'What to do:',
    ...rule.remedies.map((remedy, i) => `  ${i + 1}. ${remedy}`),
    '',
    'Matches:',
    ...rule.examples.match.flatMap(example => indent(example.text)),
    'Leaves alone:',
    ...rule.examples.miss.flatMap(indent),
    '',
    `Pattern: ${rule.pattern}`,
    '',
  ].join('\n')
}

const indent = (example: string) => example.split('\n').map((line, i) => `  ${i === 0 ? '·' : ' '} ${line}`)

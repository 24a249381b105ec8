import { CATEGORIES } from '../../src/core/model/category.ts'
import type { Rule } from '../../src/core/model/rule.ts'
import { escapeCell } from './table.ts'

/** docs/rules.md: every built-in rule, by tool. */
export function rulesPage(rules: readonly Rule[]): string {
  const tools = Map.groupBy(rules, rule => rule.id.split('/')[0] ?? '')
  const names = [...tools.keys()].sort()
  return [
    '# Built-in rules',
    'Each is an entry of `src/core/rules/`: `sherpa rules show ID` tells it in full, with what it matches and what to do.',
    "The *role* tells a cause from a tool's summary and from the echo of a failure told elsewhere. *Re-run* is the probability that a plain re-run of the same commit passes when the rule names the cause.",
    '## Categories',
    [
      '| category | rules |',
      '| --- | ---: |',
      ...CATEGORIES.map(id => `| \`${id}\` | ${rules.filter(rule => rule.category === id).length} |`),
    ].join('\n'),
    '## Rules',
    ...names.map(name => toolPart(name, tools.get(name) ?? [])),
  ].join('\n\n')
}

const toolPart = (tool: string, rules: readonly Rule[]) =>
  [
    `### ${tool}`,
    '',
    '| rule | category | role | re-run | what it means |',
    '| --- | --- | --- | ---: | --- |',
    ...rules.map(row),
  ].join('\n')

const row = ({ id, category, role = 'cause', transient, explanation }: Rule) =>
  `| \`${id}\` | \`${category}\` | ${role} | ${transient} | ${escapeCell(explanation)} |`

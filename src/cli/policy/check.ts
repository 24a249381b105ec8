import { type Allowance, allowances, deadRules, ruleInWords } from '../../core/policy/describe.ts'
import type { Limits } from '../../core/policy/limits.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { createPaint } from '../../core/report/paint.ts'
import { connectEngine } from '../../integrations/connect-policy.ts'
import type { Run } from '../command.ts'
import { type Configuration, loadConfiguration } from '../configuration.ts'
import { type Style, styleOf } from '../terminal/style.ts'
import { table } from '../terminal/table.ts'
import type { PolicyCheckOptions } from './options.ts'
import { print } from './print.ts'

/** Says what a policy allows; whether it can be evaluated at all is found while it is read. */
export const runPolicyCheck: Run<PolicyCheckOptions> = async ({ file, json }, environment) => {
  const configuration = await loadConfiguration(file, environment)
  const { policy } = configuration.config
  const engine = await connectEngine(policy, configuration.file?.folder ?? environment.directory)
  const isAsked = engine !== null && policy.preset !== 'off'
  const value = {
    file: configuration.file?.name ?? null,
    preset: policy.preset,
    engine: isAsked ? engine.name : null,
    remedies: isAsked ? [] : allowances(policy),
    rules: policy.rules.map((rule, i) => ({ rule: i + 1, ...rule })),
    neverApply: deadRules(policy),
    limits: limitsOf(policy),
  }
  const lines = isAsked
    ? [`${headOf(configuration)} ${engine.name} decides.`, '', limitsInWords(policy)]
    : toldRules(configuration, { ...styleOf(environment), paint: createPaint({ color: false }) })
  print({ json, value, lines }, configuration, environment)
  return 'nothing failed'
}

const headOf = ({ file }: Configuration) => (file ? `✔ ${file.name} is in order:` : 'There is no sherpa.yml:')

function toldRules(configuration: Configuration, style: Style): readonly string[] {
  const { policy } = configuration.config
  const dead = new Set(deadRules(policy))
  return [
    `${headOf(configuration)} preset ${policy.preset}, ${counted(policy.rules.length, 'rule')}.`,
    '',
    table(allowances(policy), COLUMNS, style).trimEnd(),
    '',
    ...policy.rules.flatMap((rule, i) => [
      `rule ${i + 1}  ${ruleInWords(rule)}${dead.has(i + 1) ? '  (never applies: an earlier rule always does)' : ''}`,
      ...(rule.because ? [`        ${rule.because}`] : []),
    ]),
    ...(policy.rules.length > 0 ? [''] : []),
    limitsInWords(policy),
  ]
}

const COLUMNS = [
  { title: 'remedy', text: ({ remedy }: Allowance) => remedy },
  { title: 'rules', text: ({ rules }: Allowance) => rules.join(', ') || '–' },
  { title: 'otherwise', text: ({ otherwise }: Allowance) => otherwise.join(' or, where only a change mends it, ') },
] as const

const limitsOf = ({ budgets, breaker, outage, approvers, approvalMinutes, killSwitch }: Policy): Limits => ({
  budgets,
  breaker,
  outage,
  approvers,
  approvalMinutes,
  killSwitch,
})

function limitsInWords({ budgets, approvers, approvalMinutes, killSwitch }: Policy): string {
  const { perRun, perRepositoryPerDay, minutesPerDay, coolDownMinutes } = budgets
  return [
    `Limits: ${counted(perRun, 'action')} a run, ${perRepositoryPerDay} a day in a repository, ${minutesPerDay} minutes a day, ${coolDownMinutes} minutes between two.`,
    `Approved by: ${approvers.join(', ') || 'whoever may write to the repository'}; an approval holds for ${counted(approvalMinutes, 'minute')}.`,
    `Stopped by: the label ${killSwitch.label} on an issue, or the variable ${killSwitch.variable} of the repository or the environment.`,
  ].join('\n')
}

const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`

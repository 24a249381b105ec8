import type { Reason, Verdict } from '../../core/model/plan.ts'
import { completeFacts } from '../../core/policy/complete-facts.ts'
import { strictest } from '../../core/policy/strictest.ts'
import { connectPolicy } from '../../integrations/connect-policy.ts'
import type { Run } from '../command.ts'
import { loadConfiguration } from '../configuration.ts'
import { redactorOf } from '../redactor.ts'
import type { PolicyTestOptions } from './options.ts'
import { print } from './print.ts'
import { readYaml } from './read-yaml.ts'

/** Asks whatever decides here about each case of a file. */
export const runPolicyTest: Run<PolicyTestOptions> = async ({ file, json, config }, environment) => {
  const configuration = await loadConfiguration(config, environment)
  const { readCases } = await import('../../core/policy/facts.schema.ts')
  const { cases } = await readYaml(file, readCases, environment.input)
  const decide = await connectPolicy(configuration.config.policy, {
    folder: configuration.file?.folder ?? environment.directory,
    hide: redactorOf(configuration, environment.variables),
  })
  const decisions = await decide(cases.map(({ facts }) => completeFacts(facts)))
  const failed = cases.flatMap(({ name, expect }, i): Failed[] => {
    const { verdict, reasons } = decisions[i] ?? strictest([])
    return verdict === expect ? [] : [{ name, expected: expect, verdict, reasons }]
  })
  print({ json, value: { cases: cases.length, failed }, lines: told(cases.length, failed) }, configuration, environment)
  return failed.length > 0 ? 'failure found' : 'nothing failed'
}

interface Failed {
  readonly name: string
  readonly expected: Verdict
  readonly verdict: Verdict
  readonly reasons: readonly Reason[]
}

const told = (cases: number, failed: readonly Failed[]): readonly string[] => [
  ...failed.flatMap(({ name, expected, verdict, reasons }) => [
    `✖ ${name}: ${expected} is expected, and it is ${verdict}`,
    ...reasons.map(({ text }) => `    ${text}`),
  ]),
  failed.length > 0
    ? `${failed.length} of ${cases} cases are not as expected`
    : `✔ ${cases} ${cases === 1 ? 'case' : 'cases'} as expected`,
]

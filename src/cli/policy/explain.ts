import type { Verdict } from '../../core/model/plan.ts'
import { completeFacts, type SomeFacts } from '../../core/policy/complete-facts.ts'
import { consult, type Finding, type RuleFinding } from '../../core/policy/consult.ts'
import { strictest } from '../../core/policy/strictest.ts'
import { connectPolicy } from '../../integrations/connect-policy.ts'
import type { Run } from '../command.ts'
import { loadConfiguration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import { redactorOf } from '../redactor.ts'
import type { PolicyExplainOptions } from './options.ts'
import { print } from './print.ts'
import { readYaml } from './read-yaml.ts'

/** Asks whatever decides here about one case, and tells how it came to its answer. */
export const runPolicyExplain: Run<PolicyExplainOptions> = async (options, environment) => {
  const configuration = await loadConfiguration(options.config, environment)
  const { policy } = configuration.config
  const facts = completeFacts(await factsOf(options, environment))
  const decide = await connectPolicy(policy, {
    folder: configuration.file?.folder ?? environment.directory,
    hide: redactorOf(configuration, environment.variables),
  })
  const { verdict, reasons } = (await decide([facts]))[0] ?? strictest([])
  const own = policy.opa && policy.preset !== 'off' ? null : consult(policy, facts)
  const lines = [
    `${SIGNS[verdict]} ${verdict}: ${facts.remedy}`,
    ...reasons.map(({ text }) => `  ${text}`),
    ...(own ? ['', ...steps(own)] : []),
  ]
  const value = { verdict, reasons, trail: own?.trail ?? [], otherwise: own?.otherwise ?? null, facts }
  print({ json: options.json, value, lines }, configuration, environment)
  return 'nothing failed'
}

const SIGNS: Readonly<Record<Verdict, string>> = { allow: '✔', ask: '?', deny: '✖' }

/** What a file says, and what the options say instead. */
async function factsOf(options: PolicyExplainOptions, { input, now }: Environment): Promise<SomeFacts> {
  const { file, remedy, category, confidence, transient, job, branch, base, event, actor, environment } = options
  const { readFacts } = await import('../../core/policy/facts.schema.ts')
  const said: SomeFacts = file === undefined ? {} : await readYaml(file, readFacts, input)
  return {
    ...said,
    remedy: remedy ?? said.remedy,
    failure: { ...said.failure, ...given({ category, confidence, transient, job }) },
    run: { ...said.run, ...given({ branch, base, event, actor }) },
    environments: environment === undefined ? said.environments : [environment],
    now: options.now || !said.now ? { at: (options.now ?? now()).toISOString() } : said.now,
  }
}

const given = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>

/** Rule by rule, up to the first that surely applies. */
function steps({ trail, otherwise }: Finding): readonly string[] {
  const first = trail.findIndex(({ applies }) => applies === true)
  const told = trail.map((finding, i) => [`rule ${finding.rule}`, first >= 0 && i > first ? 'is not asked' : saysOf(finding)])
  return [...told, ['otherwise', first >= 0 ? 'is not asked' : otherwise]].map(
    ([name = '', says]) => `  ${name.padEnd(9)}  ${says}`,
  )
}

function saysOf({ applies, mode, unmet, unknown }: RuleFinding): string {
  if (applies === true) return `applies: ${mode}`
  if (applies === false) return `does not apply: ${unmet.join(', ')}`
  return `may apply, as this is not known: ${unknown.join(', ')}; ${mode} holds where that is stricter`
}

import { type BrokenExample, checkExamples } from '../../core/match/check-examples.ts'
import { findMatches } from '../../core/match/find-matches.ts'
import type { Match } from '../../core/model/case-file.ts'
import type { Rule } from '../../core/model/rule.ts'
import { createRedactor } from '../../core/redact/redact.ts'
import { redactValue } from '../../core/redact/value.ts'
import { inertLine } from '../../core/report/inert.ts'
import { escapeRisky } from '../../core/report/inert-json.ts'
import { connectInputs } from '../../integrations/connect.ts'
import type { Run } from '../command.ts'
import { loadConfiguration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import { safeLine, safeText } from '../terminal/safe-text.ts'
import { tokenValues } from '../token-values.ts'
import type { RulesTestOptions } from './options.ts'
import { findRule } from './show.ts'

export const runRulesTest: Run<RulesTestOptions> = async (options, environment) => {
  const { rules: known } = await loadConfiguration(options.config, environment)
  const rules = options.rule.length > 0 ? options.rule.map(id => findRule(known, id)) : known
  return options.files.length > 0 ? tryOnLogs(rules, options, environment) : tryOnExamples(rules, options, environment)
}

const tryOnExamples: Try = async (rules, { json }, { out }) => {
  const broken = rules.flatMap(checkExamples)
  out.write(json ? `${JSON.stringify({ rules: rules.length, broken }, null, 2)}\n` : safeText(toldExamples(rules, broken)))
  return broken.length > 0 ? 'failure found' : 'nothing failed'
}

const tryOnLogs: Try = async (rules, { files, json }, { input, out, progress, variables }) => {
  const hide = createRedactor({ values: tokenValues(variables) })
  const openInput = await connectInputs()
  const hits: Hit[] = []
  for (const file of files) {
    const opened = await openInput(file, { stdin: Object.assign(input.open(), { isTTY: input.isTTY }) })
    for (const log of opened.kind === 'logs' ? opened.logs : []) {
      progress.show(`reading ${log.name}`, safeLine)
      hits.push(...(await findMatches(log.open(), rules)).map(match => redactValue(asHit(log.name, match), hide)))
    }
  }
  progress.clear()
  out.write(json ? `${escapeRisky(JSON.stringify({ rules: rules.length, hits }, null, 2))}\n` : safeText(toldHits(hits)))
  return 'nothing failed'
}

type Try = (rules: readonly Rule[], options: RulesTestOptions, environment: Environment) => ReturnType<Run<RulesTestOptions>>

interface Hit {
  readonly log: string
  /** 1-based, in the raw log. */
  readonly line: number
  readonly rule: string
  readonly text: string
  readonly captures: Match['captures']
}

const asHit = (log: string, { at, rule, text, captures }: Match): Hit => ({
  log,
  line: at,
  rule,
  text,
  captures,
})

const toldHits = (hits: readonly Hit[]) =>
  [
    ...hits.map(({ log, line, rule, text }) => `${inertLine(log)}:${line}  ${rule}  ${inertLine(text).trim()}`),
    `${hits.length} ${hits.length === 1 ? 'hit' : 'hits'}`,
    '',
  ].join('\n')

const toldExamples = (rules: readonly Rule[], broken: readonly BrokenExample[]) =>
  [
    ...broken.map(({ rule, text, because }) => `✖ ${rule}: ${because}\n    ${text.split('\n').join('\n    ')}`),
    ...rules.filter(({ examples }) => examples.match.length === 0).map(({ id }) => `! ${id} has no example that matches`),
    broken.length > 0
      ? `${broken.length} broken examples in ${rules.length} rules`
      : `✔ ${rules.length} rules live up to their examples`,
    '',
  ].join('\n')

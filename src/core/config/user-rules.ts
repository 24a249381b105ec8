import type { Extent, Rule } from '../model/rule.ts'
import type { NamedPattern, PatternCompiler } from '../ports/patterns.ts'
import type { Config, UserRule } from './config.ts'
import { type Checked, type ConfigDocument, type ConfigTrouble, inFileOrder, mistake, type Path } from './document.ts'
import { nearest } from './nearest.ts'

/** What a configuration adds to sherpa, its patterns compiled. */
export interface UserPatterns {
  readonly rules: readonly Rule[]
  readonly secrets: readonly NamedPattern[]
}

/** Compiles every pattern of a configuration, and checks what only shows then: captures that do not exist, ids given twice. */
export function compileConfig(config: Config, document: ConfigDocument, compile: PatternCompiler): Checked<UserPatterns> {
  const troubles: ConfigTrouble[] = []
  const patternAt = (path: Path, source: string, flags: '' | 'i' = '') => {
    const compiled = compile(source, flags)
    if ('pattern' in compiled) return compiled.pattern
    const { message, hint, offset } = compiled.mistake
    troubles.push(mistake(document.name, document.locate(path, 'value', offset), `the pattern ${message}`, hint))
    return NOTHING
  }

  const rules = config.rules.map((rule, i): Rule => {
    const at: Path = ['rules', i]
    const pattern = patternAt([...at, 'pattern'], rule.pattern, rule.flags)
    const more =
      rule.extent?.while === undefined ? undefined : patternAt([...at, 'extent', 'while'], rule.extent.while, rule.flags)
    if (pattern !== NOTHING) troubles.push(...strangers(rule, at, pattern.captures, document))
    if (config.rules.findIndex(other => other.id === rule.id) < i) {
      troubles.push(
        mistake(
          document.name,
          document.locate([...at, 'id'], 'value'),
          `there are two rules ${JSON.stringify(rule.id)}`,
          'give each an id of its own',
        ),
      )
    }
    return asRule(rule, pattern, more)
  })
  const secrets = config.redact.patterns.map((source, i) => patternAt(['redact', 'patterns', i], source))
  return troubles.length > 0 ? { troubles: inFileOrder(troubles) } : { value: { rules, secrets } }
}

/** Stands in for a pattern with a mistake, so that the other mistakes are found in the same go. */
const NOTHING: NamedPattern = { captures: [], exec: () => null, spans: () => [] }

/** Captures that the title or an example names and the pattern does not have. */
function strangers(rule: UserRule, at: Path, captures: readonly string[], document: ConfigDocument): readonly ConfigTrouble[] {
  const named: [string, Path][] = [
    ...[...rule.title.matchAll(/\{(?<name>\w+)\}/g)].map(({ groups }): [string, Path] => [
      groups?.['name'] ?? '',
      [...at, 'title'],
    ]),
    ...rule.examples.match.flatMap((example, i) =>
      Object.keys(example.captures ?? {}).map((name): [string, Path] => [
        name,
        [...at, 'examples', 'match', i, 'captures', name],
      ]),
    ),
  ]
  return named
    .filter(([name]) => !captures.includes(name))
    .map(([name, path]) => {
      const similar = nearest(name, captures)
      const hint = similar ? `did you mean ${similar}?` : `name the part of the pattern: (?<${name}>…)`
      return mistake(document.name, document.locate(path, 'value'), `the pattern has no capture ${JSON.stringify(name)}`, hint)
    })
}

function asRule(rule: UserRule, pattern: NamedPattern, more: NamedPattern | undefined): Rule {
  const { flags: _, pattern: __, extent, examples, ...rest } = rule
  return {
    ...rest,
    pattern,
    ...(extent && { extent: asExtent(extent, more) }),
    examples: {
      match: examples.match.map(({ text, captures }) => ({ text, ...(captures && { captures }) })),
      miss: examples.miss,
    },
  }
}

const asExtent = ({ before, after }: NonNullable<UserRule['extent']>, more: NamedPattern | undefined): Extent => ({
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
  ...(more && { while: more }),
})

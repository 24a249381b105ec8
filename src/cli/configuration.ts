import { type Config, DEFAULT_CONFIG } from '../core/config/config.ts'
import type { Checked, ConfigTrouble } from '../core/config/document.ts'
import type { Rule } from '../core/model/rule.ts'
import { SherpaError } from '../core/model/trouble.ts'
import type { NamedPattern } from '../core/ports.ts'
import { rules as builtIn } from '../core/rules/index.ts'
import { type ConfigFile, findConfig } from '../integrations/config-file/find-config.ts'
import type { Environment } from './environment.ts'

/** What holds for this call: sherpa.yml, or the defaults where there is none. */
export interface Configuration {
  /** Name and folder of the file; null where there is none. Paths in the configuration start at the folder. */
  readonly file: Pick<ConfigFile, 'name' | 'folder'> | null
  readonly config: Config
  /** Built-in rules and the user's, without those that are disabled. */
  readonly rules: readonly Rule[]
  /** What the user calls secret. */
  readonly secrets: { readonly values: readonly string[]; readonly patterns: readonly NamedPattern[] }
}

/** Finds, reads and checks the configuration; throws a SherpaError that names every mistake in it. Without a file, nothing is loaded for it. */
export async function loadConfiguration(asked: string | undefined, environment: Environment): Promise<Configuration> {
  const file = findConfig(environment.directory, asked)
  if (!file) return { file: null, config: DEFAULT_CONFIG, rules: builtIn, secrets: { values: [], patterns: [] } }

  const [{ loadConfig }, { compileConfig }, { chooseRules }, { loadPatternCompiler }] = await Promise.all([
    import('../integrations/config-file/load-config.ts'),
    import('../core/config/user-rules.ts'),
    import('../core/config/choose-rules.ts'),
    import('../integrations/linear-regex/compile-pattern.ts'),
  ])
  const { config, document } = checked(loadConfig(file.text, file.name))
  const hasPatterns = config.rules.length > 0 || config.redact.patterns.length > 0
  const own = hasPatterns ? checked(compileConfig(config, document, await loadPatternCompiler())) : { rules: [], secrets: [] }
  return {
    file,
    config,
    rules: checked(chooseRules(builtIn, own.rules, config, document)),
    secrets: { values: config.redact.env.flatMap(name => environment.variables[name] ?? []), patterns: own.secrets },
  }
}

function checked<T>(result: Checked<T>): T {
  if ('value' in result) return result.value
  throw configError(result.troubles)
}

/** One mistake as it stands; several as a list, each with its place and hint. */
function configError(troubles: readonly ConfigTrouble[]): SherpaError {
  const [first, ...others] = troubles
  if (first && others.length === 0) return new SherpaError(first)
  const listed = troubles.slice(0, MOST_LISTED).map(({ message, hint }) => `\n  ${message}${hint ? ` (${hint})` : ''}`)
  const unlisted = troubles.length - listed.length
  return new SherpaError({
    code: 'bad-config',
    kind: 'usage',
    message: `${first?.file} has ${troubles.length} mistakes${listed.join('')}${unlisted > 0 ? `\n  and ${unlisted} more` : ''}`,
  })
}

const MOST_LISTED = 20

import { type Config, DEFAULT_CONFIG } from '../core/config/config.ts'
import type { Checked, ConfigTrouble } from '../core/config/document.ts'
import type { Rule } from '../core/model/rule.ts'
import { SherpaError } from '../core/model/trouble.ts'
import type { NamedPattern } from '../core/ports/patterns.ts'
import { rules as builtIn } from '../core/rules/index.ts'
import { connectConfigFinder, connectConfigReader, connectPatternCompiler } from '../integrations/connect.ts'
import type { Environment } from './environment.ts'

/** What holds for this call: sherpa.yml, or the defaults where there is none. */
export interface Configuration {
  /** Name and folder of the file; null where there is none. Paths in the configuration start at the folder. */
  readonly file: { readonly name: string; readonly folder: string } | null
  readonly config: Config
  /** Built-in rules and the user's, without those that are disabled. */
  readonly rules: readonly Rule[]
  /** What the user calls secret. */
  readonly secrets: { readonly values: readonly string[]; readonly patterns: readonly NamedPattern[] }
}

/** Finds, reads and checks the configuration; throws a SherpaError that names every mistake in it. Without a file, nothing is loaded for it. */
export async function loadConfiguration(
  asked: string | undefined,
  environment: Pick<Environment, 'directory' | 'variables'>,
): Promise<Configuration> {
  const findConfig = await connectConfigFinder()
  const file = findConfig(environment.directory, asked)
  if (!file) return { file: null, config: DEFAULT_CONFIG, rules: builtIn, secrets: { values: [], patterns: [] } }

  const [loadConfig, { compileConfig }, { chooseRules }] = await Promise.all([
    connectConfigReader(),
    import('../core/config/user-rules.ts'),
    import('../core/config/choose-rules.ts'),
  ])
  const { config, document } = checked(loadConfig(file.text, file.name))
  const hasPatterns = config.rules.length > 0 || config.redact.patterns.length > 0
  const own = hasPatterns ? checked(compileConfig(config, document, await connectPatternCompiler())) : { rules: [], secrets: [] }
  return {
    file,
    config,
    rules: checked(chooseRules(builtIn, own.rules, config, document)),
    secrets: { values: config.redact.env.flatMap(name => environment.variables[name] ?? []), patterns: own.secrets },
  }
}

/** What was read, or a SherpaError that names every mistake. */
export function checked<T>(result: Checked<T>): T {
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

import { homeHost, isHosted, type Surroundings } from './api-url.ts'

/** Values of environment variables, as they are. */
export interface TokenVariables {
  readonly GITHUB_TOKEN?: string | undefined
  readonly GH_TOKEN?: string | undefined
  readonly GH_ENTERPRISE_TOKEN?: string | undefined
  readonly GITHUB_ENTERPRISE_TOKEN?: string | undefined
}

export interface TokenSearch {
  /** The host that the token is for: another host must not see it. */
  readonly host: string
  readonly variables: TokenVariables
  readonly surroundings: Surroundings
  /** Asks the gh client for the token it keeps for a host; null where there is none, or no gh. */
  askGh(host: string): Promise<string | null>
}

/**
 * The token to use for a host, or undefined. GITHUB_TOKEN and GH_TOKEN belong to the GitHub of the surroundings; the enterprise
 * variables to any server outside github.com, as in the gh client: https://cli.github.com/manual/gh_help_environment
 */
export async function findToken({ host, variables, surroundings, askGh }: TokenSearch): Promise<string | undefined> {
  const home = homeHost(surroundings)
  const atHome = host === home || (isHosted(host) && isHosted(home))
  const own = atHome ? [variables.GITHUB_TOKEN, variables.GH_TOKEN] : []
  const foreign = isHosted(host) ? [] : [variables.GH_ENTERPRISE_TOKEN, variables.GITHUB_ENTERPRISE_TOKEN]
  const found = [...own, ...foreign].map(token => token?.trim()).find(Boolean)
  return found || (await askGh(host))?.trim() || undefined
}

import type { Limits } from '../../core/policy/limits.ts'
import type { Answer } from '../../core/ports/answer.ts'
import type { Environment } from '../environment.ts'

/**
 * Why everything is stopped, as a sentence; null where it is not. Somebody sets a variable in the environment or of the repository, or puts a
 * label on an open issue; a repository that cannot be asked may be stopped, so it is.
 */
export async function stopped(
  repo: string | undefined,
  { label, variable }: Limits['killSwitch'],
  { variables, directory }: Pick<Environment, 'variables' | 'directory'>,
): Promise<string | null> {
  if (Object.hasOwn(variables, variable) && isSet(variables[variable]))
    return `The kill switch is on: the environment sets ${variable}.`
  if (repo === undefined) return null
  const { connectStanding } = await import('../../integrations/connect-github.ts')
  const standing = await connectStanding({ repo, directory, variables })
  const told: Answer<string | null> = { value: null }
  const [issues, set] = await Promise.all([
    standing.openIssues(label),
    isToldByRunner(repo, variable, variables) ? told : standing.variable(variable),
  ])
  const [issue] = issues.value ?? []
  if (issue) return `The kill switch is on: issue ${issue.number} has the label ${label}.`
  if (isSet(set.value ?? undefined)) return `The kill switch is on: the repository sets ${variable}.`
  const { trouble } = issues.trouble ? issues : set
  return trouble ? `Whether the kill switch is on could not be read: ${trouble.message}.` : null
}

/**
 * A workflow may not read the variables of its repository by the API; it can hand one over: `env: { SHERPA_OFF: ${{ vars.SHERPA_OFF }} }`, which
 * is empty where it is not set. https://docs.github.com/actions/reference/workflows-and-actions/contexts#vars-context
 */
const isToldByRunner = (repo: string, variable: string, variables: Environment['variables']) =>
  variables['GITHUB_ACTIONS'] === 'true' && variables['GITHUB_REPOSITORY'] === repo && variables[variable] !== undefined

/** Whatever somebody who wants to stop everything may write. */
const isSet = (value: string | undefined) => value !== undefined && !['', '0', 'false'].includes(value.trim().toLowerCase())

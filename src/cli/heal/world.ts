import type { CaseFile } from '../../core/model/case-file.ts'
import type { PullRequestFacts } from '../../core/model/run.ts'
import type { World } from '../../core/plan/remedy.ts'
import type { Trunk } from '../../core/ports/commits.ts'
import type { Containers } from '../../core/ports/containers.ts'
import type { RerunSafety } from '../../core/rerun-safety/lint.ts'
import { connectCommands, connectContainers, connectLists } from '../../integrations/connect.ts'
import type { Configuration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import { redactorOf } from '../redactor.ts'

/** What is to be acted on. */
export interface Asked {
  /** `owner/name`; undefined where no CI is named. */
  readonly repository: string | undefined
  /** What is touched, as the ledger names it. */
  readonly thing: string
  readonly configuration: Configuration
}

/** What can be acted on: the CI of a run that was named by its id, the engine of a container, the commands and lists of sherpa.yml. */
export async function connectWorld({ repository, thing, configuration }: Asked, environment: Environment): Promise<World> {
  const { variables, directory, hearSignals } = environment
  if (thing.startsWith('container:')) return { containers: await connectEngine(environment) }
  if (thing.startsWith('command:')) {
    const { config, file } = configuration
    const redact = redactorOf(configuration, variables)
    const surroundings = { folder: file?.folder ?? directory, variables, redact, hearSignals }
    return { commands: await connectCommands(config.commands, surroundings) }
  }
  if (thing.startsWith('list:')) return { lists: await connectLists(configuration.file?.folder ?? directory) }
  if (repository === undefined) return {}
  const { connectWorldOf } = await import('../../integrations/connect-github.ts')
  return connectWorldOf(repository, { variables }, redactorOf(configuration, variables))
}

/** The engine that DOCKER_HOST names, by default this machine's. */
export const connectEngine = ({ variables }: Environment): Promise<Containers> => connectContainers(variables['DOCKER_HOST'])

/** What the workflow file says about running jobs again, where it can be asked for and something failed, or somebody asks for it. */
export async function rerunSafety(
  file: CaseFile,
  { variables }: Environment,
  { isAsked }: { readonly isAsked: boolean },
): Promise<RerunSafety | undefined> {
  const { run } = file
  const repository = repositoryOf(file)
  if (repository === undefined || run?.run === undefined || (run.conclusion === 'success' && !isAsked)) return undefined
  const { readRerunSafety } = await import('../../integrations/connect-github.ts')
  return readRerunSafety(repository, { ...run, run: run.run }, { variables })
}

/** What the run's commit was built on, where the CI can be asked and something failed. */
export async function trunkOf(file: CaseFile, { variables }: Environment): Promise<Trunk | undefined> {
  const { run } = file
  const repository = repositoryOf(file)
  if (repository === undefined || run?.conclusion === 'success') return undefined
  const { readTrunk } = await import('../../integrations/connect-github.ts')
  return readTrunk(repository, run, { variables })
}

/** What its CI says of the pull request of a run that failed, where that can be asked for; what cannot is not known to the policy. */
export async function pullRequestOf(file: CaseFile, environment: Environment): Promise<PullRequestFacts | undefined> {
  const { run } = file
  const repo = repositoryOf(file)
  if (repo === undefined || run?.pullRequest === undefined || run.conclusion === 'success') return undefined
  const { directory, variables } = environment
  const { connectStanding } = await import('../../integrations/connect-github.ts')
  return (await (await connectStanding({ repo, directory, variables })).pullRequest(run.pullRequest)).value
}

/** The repository whose CI told the case itself; a document may speak of any CI. */
export const repositoryOf = ({ source, run }: CaseFile): string | undefined =>
  source.kind === 'github' ? run?.repository : undefined

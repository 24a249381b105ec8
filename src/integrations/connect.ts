import type { Config } from '../core/config/config.ts'
import type { Repository } from '../core/ports/ci.ts'
import type { Commands } from '../core/ports/commands.ts'
import type { Commits, Trials } from '../core/ports/commits.ts'
import type { Containers } from '../core/ports/containers.ts'
import type { ListFiles } from '../core/ports/list-files.ts'
import type { PatternCompiler } from '../core/ports/patterns.ts'
import type { SecretFinder } from '../core/ports/secrets.ts'
import type { CommandSurroundings } from './command/configured.ts'
import type { TriedCommand } from './command/try-command.ts'
import type { ContainerOwner, TrialContainer } from './docker/trial-containers.ts'
import type { Checkout } from './git/checkout.ts'

/** The one place that knows which integration does what. Each is loaded when somebody asks for it. */

/** Finds a configuration file and reads it; the YAML parser and the schema come only with {@link connectConfigReader}. */
export const connectConfigFinder = async () => (await import('./config-file/find-config.ts')).findConfig

export const connectConfigReader = async () => (await import('./config-file/load-config.ts')).loadConfig

/** Reads YAML, or JSON, with the places of its values. */
export const connectYamlReader = async () => (await import('./config-file/parse-yaml.ts')).parseYaml

export const connectPatternCompiler = async (): Promise<PatternCompiler> =>
  (await import('./linear-regex/compile-pattern.ts')).loadPatternCompiler()

/** Opens what a user named: file, folder, archive, run document, standard input. */
export const connectInputs = async () => (await import('./files/open-input.ts')).openInput

/** Opens what is to be remembered: run documents in any number, test reports, logs. */
export const connectRecords = async () => (await import('./files/open-records.ts')).openRecords

/** Reads the XML files that match patterns. */
export const connectXmlFiles = async (patterns: readonly string[], options: { readonly writtenSinceMs?: number } = {}) =>
  (await import('./files/text-files.ts')).readXmlFiles(patterns, options)

/** Runs a command in our place. */
export const connectCommand = async () => (await import('./command/run-command.ts')).runCommand

/** The containers of a Docker engine. @param dockerHost the value of DOCKER_HOST; throws a SherpaError where that cannot be used */
export const connectContainers = async (dockerHost: string | undefined): Promise<Containers> =>
  (await import('./docker/containers.ts')).createContainers(dockerHost)

/** The commands that sherpa.yml names. */
export const connectCommands = async (commands: Config['commands'], surroundings: CommandSurroundings): Promise<Commands> =>
  (await import('./command/configured.ts')).createCommands(commands, surroundings)

/** Lists that a person keeps in a folder. */
export const connectLists = async (folder: string): Promise<ListFiles> =>
  (await import('./files/list-files.ts')).createListFiles(folder)

/** Where a folder stands in git: its repository on a host, branch and commit. */
export async function connectCheckout(directory: string): Promise<Checkout & { readonly repository: Repository | null }> {
  const [{ findRemote }, { readCheckout }] = await Promise.all([import('./git/remote.ts'), import('./git/checkout.ts')])
  const [repository, checkout] = await Promise.all([findRemote({ cwd: directory }), readCheckout(directory)])
  return { repository, ...checkout }
}

/** Finds secrets beyond those whose forms core knows; the library behind it comes when something may be one. */
export const connectSecretFinder = async (): Promise<SecretFinder> =>
  (await import('./secrets/secretlint.ts')).createSecretlintFinder()

/** Reads a series of measurements from a file. */
export const connectSeries = async () => (await import('./files/series.ts')).readSeries

/** Writes a file at one blow. */
export const connectWriting = async () => (await import('./files/write-whole.ts')).writeWhole

/** Counts metrics for Prometheus. */
export const connectPrometheus = async () => (await import('./prometheus/create-sink.ts')).createPrometheusSink

export const connectPrometheusQueries = async () => (await import('./prometheus/query.ts')).connectMeasurements

export const connectPushgateway = async () => (await import('./prometheus/push.ts')).pushMetrics

export const connectCommits = async (directory: string): Promise<Commits> =>
  (await import('./git/commits.ts')).createCommits(directory)

/** A commit with a patch upon another one. */
export const connectPatches = async () => (await import('./git/patched-commit.ts')).commitPatched

/** Runs a command on commits of the repository in a folder, each time in a worktree and a home of its own. */
export async function connectTrials({ directory, variables, ...tried }: TriedCommand): Promise<Trials> {
  const [{ openWorktree }, { ownGit }, { tryCommand }] = await Promise.all([
    import('./git/worktree.ts'),
    import('./git/run-git.ts'),
    import('./command/try-command.ts'),
  ])
  return {
    async run(commit) {
      const { path, home, close } = await openWorktree(directory, commit)
      try {
        const own = { ...ownGit(variables), HOME: home, SHERPA_COMMIT: commit }
        return await tryCommand({ ...tried, directory: path, variables: own })
      } finally {
        await close()
      }
    },
  }
}

/** Runs a command on commits of the repository in a folder, each time in a container of its own, which sees a checkout and nothing else of here. */
export async function connectContainerTrials(
  { directory, variables, ...tried }: TriedCommand,
  container: TrialContainer,
  owner: ContainerOwner,
): Promise<Trials & { close(): void }> {
  const [{ openClone }, { createTrialContainers }] = await Promise.all([
    import('./git/clone.ts'),
    import('./docker/trial-containers.ts'),
  ])
  const containers = createTrialContainers(variables['DOCKER_HOST'], owner)
  await containers.sweep()
  return {
    close: () => containers.close(),
    async run(commit) {
      const { path, home, close } = await openClone(directory, commit)
      try {
        const own = { SHERPA_COMMIT: commit }
        return await containers.tryIn({ ...tried, ...container, checkout: path, home, variables: own })
      } finally {
        await close()
      }
    },
  }
}

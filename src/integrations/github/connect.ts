import type { CiProvider, ReadArchive } from '../../core/ports.ts'
import { impliedHost } from './api-url.ts'
import { type ClientOptions, createClient } from './client.ts'
import { openRun } from './open-run.ts'

export interface GitHubOptions extends ClientOptions {
  /** Unpacks the archive of a run's logs, for when a job's own log cannot be had. */
  readonly readArchive?: ReadArchive | undefined
  /** How long the storage of logs may be silent in the middle of one; default 60 s. */
  readonly silenceMs?: number | undefined
}

/**
 * GitHub or a GitHub Enterprise Server as a CI. Loads nothing and asks nothing before the first run is opened.
 *
 *     const ref = await parseRunRef(text, { repo, attempt, job, host: homeHost(surroundings), findRepository: () => findRemote({ cwd }) })
 *     const { host } = ref.repository
 *     const token = await findToken({ host, variables, surroundings, askGh: ghToken })
 *     const ci = connectGitHub({ apiUrl: chooseApiUrl(host, surroundings), token, readArchive })
 *     const file = await gatherRun(ref, { ci }, { knowledge, onProgress })
 */
export function connectGitHub(options: GitHubOptions): CiProvider {
  let client: ReturnType<typeof createClient> | undefined
  return {
    name: 'GitHub',
    async openRun(ref) {
      client ??= createClient(options)
      const session = {
        client: await client,
        owner: ref.repository.owner,
        repo: ref.repository.name,
        host: impliedHost(options.apiUrl),
        authenticated: options.token !== undefined,
        fetch: options.fetch ?? globalThis.fetch,
        silenceMs: options.silenceMs ?? 60_000,
        waitUnitMs: options.waitUnitMs ?? 1000,
        readArchive: options.readArchive,
      }
      return openRun(session, ref)
    },
  }
}

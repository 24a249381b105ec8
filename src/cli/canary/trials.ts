import { hostname } from 'node:os'
import type { OpenTrials } from '../../core/canary/workflow-trials.ts'
import type { CommitFacts } from '../../core/model/trial.ts'
import type { Commits, Trials } from '../../core/ports/commits.ts'
import type { Redactor } from '../../core/redact/redact.ts'
import { connectCommits, connectContainerTrials, connectTrials } from '../../integrations/connect.ts'
import { loadConfiguration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import { redactorOf } from '../redactor.ts'
import { safeLine } from '../terminal/safe-text.ts'
import { pause } from './pause.ts'
import type { TrialOptions } from './trial-options.ts'
import { type Way, wayOf } from './way.ts'

interface Bench {
  readonly commits: Commits
  readonly way: Way['kind']
  readonly redact: Redactor
  /** Where commits can be tried, of which all others are before the newest. */
  open(newest: CommitFacts): Promise<Trials>
}

const ENDING: ReadonlySet<string> = new Set(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'])

/**
 * Tries commits of the repository here. However it ends, whoever asks it to stop included: no run goes on then, and all is cleared up; what
 * could not be is told on stderr.
 */
export async function withTrials<Result>(
  options: TrialOptions,
  environment: Environment,
  work: (bench: Bench) => Promise<Result>,
): Promise<Result> {
  const { directory, variables, hearSignals, progress, err } = environment
  const configuration = await loadConfiguration(options.config, environment)
  const way = wayOf(options, configuration.config)
  const redact = redactorOf(configuration, variables)
  const stop = new AbortController()
  const stopHearing = hearSignals(signal => {
    if (!ENDING.has(signal)) return
    stop.abort()
    progress.show('clearing up')
  })
  const running = new Set<Promise<unknown>>()
  let opened: OpenTrials | undefined
  try {
    const commits = await connectCommits(directory)
    return await work({
      commits,
      way: way.kind,
      redact,
      async open({ commit }) {
        const trials = await openTrials({ way, options, newest: commit, signal: stop.signal }, environment)
        opened = trials
        return {
          run(tried) {
            const trial = trials.run(tried)
            running.add(trial)
            return trial
          },
        }
      },
    })
  } finally {
    stop.abort()
    await Promise.allSettled(running)
    const left = (await opened?.close()) ?? []
    progress.clear()
    stopHearing()
    for (const sentence of left) err.write(`• ${safeLine(sentence, redact)}\n`)
  }
}

const MINUTE_MS = 60_000
/** With the time in queues. */
const LONGEST = { worktree: 10 * MINUTE_MS, container: 10 * MINUTE_MS, workflow: 60 * MINUTE_MS } as const

interface Opening {
  readonly way: Way
  readonly options: TrialOptions
  readonly newest: string
  readonly signal: AbortSignal
}

async function openTrials(
  { way, options, newest, signal }: Opening,
  { directory, variables, now: clock }: Environment,
): Promise<OpenTrials> {
  const { command, repo, timeout: timeoutMs = LONGEST[way.kind] } = options
  const now = () => clock().getTime()
  if (way.kind === 'workflow') {
    const [{ connectWorkflows }, { createWorkflowTrials }] = await Promise.all([
      import('../../integrations/connect-github.ts'),
      import('../../core/canary/workflow-trials.ts'),
    ])
    const { repository, ...world } = await connectWorkflows({ repo, directory, variables })
    return createWorkflowTrials({ ...way, repository, newest, timeoutMs, signal }, { ...world, now, rest: pause })
  }
  const tried = { command, directory, variables, timeoutMs, signal, now }
  if (way.kind === 'worktree') return { ...(await connectTrials(tried)), close: async () => [] }
  const { run, close } = await connectContainerTrials(tried, way.container, OWNER)
  return {
    run,
    async close() {
      close()
      return []
    },
  }
}

/** This process. */
const OWNER = { pid: process.pid, machine: hostname(), isAlive }

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** `1f0e3dad9990 mend the cart`. */
export const calledCommit = ({ commit, subject }: CommitFacts) => `${commit.slice(0, 12)} ${subject}`.trimEnd()

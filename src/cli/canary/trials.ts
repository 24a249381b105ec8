import type { CommitFacts } from '../../core/model/trial.ts'
import type { Commits, Trials } from '../../core/ports/commits.ts'
import type { Redactor } from '../../core/redact/redact.ts'
import { connectCommits, connectTrials } from '../../integrations/connect.ts'
import { loadConfiguration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import { redactorOf } from '../redactor.ts'

/** What every command says that tries out commits. */
export interface TrialOptions {
  /** The command and its arguments. */
  readonly command: readonly string[]
  readonly maxRuns: number
  /** Milliseconds that a run may take. */
  readonly timeout: number
  readonly json: boolean
  readonly config?: string
}

interface Bench {
  readonly commits: Commits
  readonly trials: Trials
  readonly redact: Redactor
}

const ENDING: ReadonlySet<string> = new Set(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'])

/** Tries commits of the repository here. Who is asked to stop ends the runs, and cleans up behind them. */
export async function withTrials<Result>(
  { command, timeout, config }: TrialOptions,
  environment: Environment,
  work: (bench: Bench) => Promise<Result>,
): Promise<Result> {
  const { directory, variables, hearSignals, now } = environment
  const redact = redactorOf(await loadConfiguration(config, environment), variables)
  const stop = new AbortController()
  const stopHearing = hearSignals(signal => ENDING.has(signal) && stop.abort())
  try {
    const tried = { command, directory, variables, timeoutMs: timeout, signal: stop.signal, now: () => now().getTime() }
    const [commits, trials] = await Promise.all([connectCommits(directory), connectTrials(tried)])
    return await work({ commits, trials, redact })
  } finally {
    environment.progress.clear()
    stopHearing()
  }
}

/** `1f0e3dad9990 mend the cart`. */
export const calledCommit = ({ commit, subject }: CommitFacts) => `${commit.slice(0, 12)} ${subject}`.trimEnd()

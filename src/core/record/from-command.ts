import type { CaseFile, LogExtract } from '../model/case-file.ts'
import type { CommandEnd } from '../model/command.ts'
import type { AttemptRecord } from '../model/history.ts'
import type { Conclusion } from '../model/run.ts'
import { defined } from './defined.ts'

/** What is known of a command beside how it ended. */
export interface CommandFacts {
  readonly repository: string
  readonly workflow: string
  readonly job: string
  readonly branch: string | null
  readonly commit: string | null
  /** Nothing differs from the commit. */
  readonly clean: boolean
  /** `linux`, `darwin`, … */
  readonly os: string
}

export type EndedCommand = Extract<CommandEnd, { started: true }>

/** Commands that start in the same millisecond are told apart. */
const PIDS = 1000

/** Those who stop a command, or stop reading its output, do not say that it failed. */
const STOPPED: ReadonlySet<string> = new Set(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGPIPE'])

function conclusionOf({ exitCode, signal, unread }: EndedCommand): Conclusion {
  if (exitCode === 0) return 'success'
  return unread || (signal !== null && STOPPED.has(signal)) ? 'cancelled' : 'failure'
}

/** What a diagnosis of the command rests on. */
export function commandCase(log: LogExtract, end: EndedCommand, { job }: CommandFacts): CaseFile {
  return {
    schema: 'sherpa.case/1',
    source: { kind: 'command', name: job },
    run: null,
    jobs: [{ name: job, conclusion: conclusionOf(end) }],
    logs: [log],
    reports: [],
    notes: [],
  }
}

/**
 * A command that was run by hand, as it is remembered: numbered by when it started. Where files differ from the commit, it is not the
 * commit that was tried, but something that follows it.
 */
export function commandAttempt(
  end: EndedCommand,
  { repository, workflow, job, branch, commit, clean, os }: CommandFacts,
): AttemptRecord {
  const { startedMs, durationMs, pid, exitCode, use } = end
  const conclusion = conclusionOf(end)
  return {
    repository,
    workflow,
    run: startedMs * PIDS + (pid % PIDS),
    attempt: 1,
    event: 'local',
    ...defined({ branch: branch ?? undefined, commit: clean ? (commit ?? undefined) : undefined }),
    ...(commit !== null && !clean && { parents: [commit] }),
    startedMs,
    completedMs: startedMs + durationMs,
    conclusion,
    jobs: [{ name: job, conclusion, startedMs, durationMs, runner: { os }, metrics: { exitCode, ...use } }],
  }
}

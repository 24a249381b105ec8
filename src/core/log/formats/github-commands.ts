import type { LogEvent, Marked } from './format.ts'

/** Reads `##[group]…`, `##[error]…` and the like, and the runner's own sentences, as they stand in every log of GitHub Actions. */
export function markCommand(text: string): Marked | null {
  if (!text.includes('##[')) return markSentence(text)
  const { command, rest = '' } = COMMAND.exec(text)?.groups ?? {}
  switch (command) {
    case 'group':
      return markGroup(rest)
    case 'endgroup':
      return { mark: 'endgroup' }
    case 'section':
      return markSection(rest)
    case 'error':
      return { mark: 'error', ...failure(rest) }
    case 'warning':
    case 'notice':
      return { mark: command }
    case 'debug':
      return { mark: 'debug', ...named(markSection(rest)) }
    case 'command':
      return { mark: 'command', name: rest }
    default:
      return null
  }
}

const COMMAND = /^\ufeff?##\[(?<command>[a-z-]+)\](?<rest>.*)$/

const markGroup = (name: string): Marked => {
  if (name.startsWith('Run ')) return { mark: 'step', name, traits: ['header'] }
  const containers: LogEvent = { mark: 'step', name: 'Initialize containers', traits: ['once'] }
  return { mark: 'group', name, ...(name === 'Checking docker version' ? { before: [containers] } : {}) }
}

/** Azure Pipelines opens and closes every step like this; GitHub's runner does so where debugging is on. */
function markSection(rest: string): Marked | null {
  const { verb, name = '' } = /^(?<verb>Starting|Finishing): (?<name>.*)$/.exec(rest)?.groups ?? {}
  if (verb === 'Starting') return { mark: 'step', name, id: name, traits: ASIDE.test(name) ? ['titled', 'aside'] : ['titled'] }
  return verb === 'Finishing' ? { mark: 'endgroup', id: name, verdict: 'over' } : null
}

const ASIDE = /^(?:Post |Post-job: |Complete job$|Finalize Job$|Stop containers$)/

/** The line is one of debugging, whatever else it says. */
const named = (marked: Marked | null): Partial<Marked> => (marked ? { before: [marked] } : {})

/** Wordings with which the runner ends a step; a program or a problem matcher may print any other `##[error]` and go on. */
const ENDED =
  /exit code|exited with code|operation was cancell?ed|has timed out|exceeded the maximum execution time|shutdown signal|lost communication|out of disk|No space left/i
const EXIT = /(?:completed|exited|failed) with (?:exit )?code:? '?(?<code>\d+)'?/

function failure(message: string): Partial<LogEvent> {
  const code = EXIT.exec(message)?.groups?.code
  return { failed: ENDED.test(message) ? true : 'maybe', ...(code === undefined ? {} : { exitCode: Number(code) }) }
}

const JOB = 'Complete job name: '
const COMMAND_RUN = '[command]'

function markSentence(text: string): Marked | null {
  switch (text.charCodeAt(0)) {
    case 67: // C
      if (text.startsWith('Current runner version: ')) return SET_UP
      if (text.startsWith(JOB)) return { mark: 'notice', job: text.slice(JOB.length).trim() }
      return text === 'Cleaning up orphan processes' ? COMPLETE : null
    case 80: // P
      if (text === 'Post job cleanup.') return { mark: 'step', name: 'Post job cleanup', traits: ['aside'] }
      return text.startsWith('Print service container logs: ') ? STOP_CONTAINERS : null
    case 82: // R
      return text.startsWith('Requested labels: ') ? SET_UP : null
    case 83: // S
      return text.startsWith('Stop and remove container: ') ? STOP_CONTAINERS : null
    case 91: // [
      return text.startsWith(COMMAND_RUN) ? { mark: 'command', name: text.slice(COMMAND_RUN.length) } : null
    default:
      return null
  }
}

const SET_UP: Marked = { mark: 'step', name: 'Set up job', traits: ['once'], job: null }
const STOP_CONTAINERS: Marked = { mark: 'step', name: 'Stop containers', traits: ['once', 'aside'] }
const COMPLETE: Marked = { mark: 'step', name: 'Complete job', traits: ['once', 'aside'], verdict: 'over' }

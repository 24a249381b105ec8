import type { FormatReader, Marked } from './format.ts'
import { stripTimestamp, timestamped } from './timestamp.ts'

/** A job's log as GitHub Actions (and Azure Pipelines, its ancestor) writes it: a timestamp on each line, `##[command]`s. */
export const github: FormatReader = {
  format: 'github',
  recognise: lines => (timestamped(lines) > 0.5 ? 2 : 0) + (lines.some(line => line.includes('##[')) ? 3 : 0),
  strip: stripTimestamp,
  mark: markGithub,
}

const COMMAND = /^\ufeff?##\[(?<command>[a-z-]+)\](?<rest>.*)$/
const EXIT = /Process completed with exit code (?<code>\d+)/

/** Reads `##[group]…`, `##[error]…` and the like; shared with `gh run view --log`. */
export function markGithub(text: string): Marked | null {
  if (!text.includes('##[')) return text === 'Post job cleanup.' ? { mark: 'step', name: 'Post job cleanup' } : null
  const found = COMMAND.exec(text)
  const { command, rest = '' } = found?.groups ?? {}
  switch (command) {
    case 'group':
      return rest.startsWith('Run ') ? { mark: 'step', name: rest } : { mark: 'group', name: rest }
    case 'section':
      return rest.startsWith('Starting: ') ? { mark: 'step', name: rest.slice(10) } : null
    case 'endgroup':
      return { mark: 'endgroup' }
    case 'error':
      return { mark: 'error', failed: true, ...exitCode(rest) }
    case 'warning':
    case 'notice':
    case 'debug':
      return { mark: command }
    case 'command':
      return { mark: 'command', name: rest }
    default:
      return null
  }
}

const exitCode = (rest: string) => {
  const code = EXIT.exec(rest)?.groups?.code
  return code === undefined ? {} : { exitCode: Number(code) }
}

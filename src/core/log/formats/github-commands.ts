import type { Marked } from './format.ts'

const COMMAND = /^\ufeff?##\[(?<command>[a-z-]+)\](?<rest>.*)$/
const EXIT = /Process completed with exit code (?<code>\d+)/

/** Reads `##[group]…`, `##[error]…` and the like, as they stand in every log of GitHub Actions. */
export function markCommand(text: string): Marked | null {
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

import type { FormatReader, Marked } from './format.ts'

/** GitLab's job trace: sections between `section_start` and `section_end`, commands echoed in green, an optional stream prefix. */
export const gitlab: FormatReader = {
  format: 'gitlab',
  recognise: lines =>
    (lines.some(line => line.includes('section_start:')) ? 5 : 0) +
    (lines.some(line => line.includes('Running with gitlab-runner')) ? 5 : 0),
  strip: raw => {
    const found = STREAM.exec(raw)
    return found?.groups ? { raw: raw.slice(found[0].length), timeMs: Date.parse(found.groups.time as string) } : { raw }
  },
  mark: markGitlab,
}

/** `2024-05-01T10:00:00.000000Z 01O ` since runner 17 (https://docs.gitlab.com/ci/jobs/job_logs/). */
const STREAM = /^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z) \d\d[OE][ +]/
const START = /section_start:(?<time>\d+):(?<name>[\w.-]+)/
const END = /section_end:(?<time>\d+):(?<name>[\w.-]+)/
const COMMAND = /\u001b\[32;1m\$ (?<command>.+?)(?:\u001b\[0;m|$)/
const FAILED = /^ERROR: Job failed(?: \([^)]*\))?:(?: exit (?:code|status) (?<code>\d+))?/

function markGitlab(text: string, raw: string): Marked | null {
  const start = START.exec(raw)?.groups
  if (start) return { mark: 'step', name: (start.name as string).replaceAll('_', ' '), text: sectionTitle(text) }
  if (END.test(raw)) return { mark: 'endgroup', text: sectionTitle(text) }
  const command = COMMAND.exec(raw)?.groups?.command
  if (command) return { mark: 'command', name: command }
  const failed = FAILED.exec(text)
  if (!failed) return null
  const code = failed.groups?.code
  return { mark: 'error', failed: true, ...(code === undefined ? {} : { exitCode: Number(code) }) }
}

const sectionTitle = (text: string) => text.replace(/section_(?:start|end):\d+:[\w.-]+(?:\[[^\]]*\])?/g, '').trim()

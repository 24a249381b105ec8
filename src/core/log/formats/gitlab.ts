import type { FormatReader, LogEvent, Marked } from './format.ts'

/** GitLab's job trace: sections between `section_start` and `section_end`, commands echoed in green, an optional stream prefix. */
export const gitlab: FormatReader = {
  format: 'gitlab',
  recognise: lines =>
    (lines.some(line => SECTION.test(line)) ? 5 : 0) + (lines.some(line => line.includes('Running with gitlab-runner')) ? 5 : 0),
  strip: raw => {
    const found = STREAM.exec(raw)
    return found?.groups ? { raw: raw.slice(found[0].length), timeMs: Date.parse(found.groups.time as string) } : { raw }
  },
  mark: (text, raw) => (raw.includes('section_') ? markSections(text, raw) : markOther(text, raw)),
}

/** `2024-05-01T10:00:00.000000Z 01O ` since runner 17; `+` where the line goes on (https://docs.gitlab.com/ci/jobs/job_logs/). */
const STREAM = /^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z) [\da-f]{2}[OE][ +]/
/** https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections */
const SECTION = /section_(?<what>start|end):(?<seconds>\d{1,12}):(?<name>[\w.-]+)(?:\[[^\]]*\])?/
const SECTIONS = new RegExp(SECTION, 'g')

/** The stages of the runner itself (https://docs.gitlab.com/runner/executors/); every other section is the user's. */
const STAGE =
  /^(?:resolve_secrets|prepare_(?:executor|script)|get_sources|restore_cache|download_artifacts|step_\w+|build_script|user_script|after_script|archive_cache(?:_on_failure)?|upload_artifacts_on_(?:success|failure)|cleanup(?:_file_variables)?)$/
const ASIDE = /^(?:after_script|archive_cache|upload_artifacts_on_failure|cleanup)/

/** One line often closes a section, opens the next, and goes on with text. */
function markSections(text: string, raw: string): Marked | null {
  const events = [...raw.matchAll(SECTIONS)].map(({ groups = {} }): LogEvent => {
    const { what, seconds, name = '' } = groups
    const atMs = Number(seconds) * 1000
    if (what === 'end') return { mark: 'endgroup', id: name, atMs }
    return STAGE.test(name) ? { mark: 'step', name, id: name, atMs, ...traitsOf(name) } : { mark: 'group', name, id: name, atMs }
  })
  const shown = text.replace(SECTIONS, '').trim()
  const said = markOther(shown, raw)
  const last = events.at(-1)
  if (said || !last) return said && { ...said, before: events, text: shown }
  return { ...last, before: events.slice(0, -1), text: shown }
}

const traitsOf = (name: string): Pick<LogEvent, 'traits'> => (ASIDE.test(name) ? { traits: ['aside'] } : {})

const COMMAND = /\u001b\[32;1m\$ (?<command>.+?)(?:\u001b\[0;m|$)/
const FAILED = /^ERROR: Job failed\b(?:[^:]*): ?(?:exit (?:code|status) (?<code>\d+))?/

function markOther(text: string, raw: string): Marked | null {
  const command = COMMAND.exec(raw)?.groups?.command
  if (command) return { mark: 'command', name: command }
  if (text === 'Job succeeded') return { mark: 'notice', verdict: 'passed' }
  const failed = FAILED.exec(text)
  if (!failed) return null
  const code = failed.groups?.code
  return { mark: 'error', verdict: 'failed', failed: true, blames: {}, ...(code === undefined ? {} : { exitCode: Number(code) }) }
}

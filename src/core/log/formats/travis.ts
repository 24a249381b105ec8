import type { FormatReader, LogEvent, Marked } from './format.ts'

/** Travis CI: folds and timers in the text, commands behind `$`, a coloured verdict for each. */
export const travis: FormatReader = {
  format: 'travis',
  recognise: lines => (lines.some(line => /travis_(?:fold|time):|^Worker information|^Using worker: /.test(line)) ? 6 : 0),
  strip: raw => ({ raw }),
  mark: markTravis,
}

const MARKER =
  /travis_fold:(?<fold>start|end):(?<name>[\w.-]+)|travis_time:(?<time>start|end):(?<timer>[0-9a-f]+)(?::start=\d+,finish=\d+,duration=(?<nanoseconds>-?\d+)[\w,=]*)?/g
const COMMAND = /(?:^|\r|\u001b\[0K|\u001b\[33;1m|\u001b\[0m)\$ (?<command>\S.*)$/
const VERDICT = /^The command "(?<command>.*)" (?:failed and )?exited with (?<code>\d+)/
const DONE = /^Done\. Your build exited with (?<code>\d+)\./
const STOPPED = /^(?:Your build has been stopped\.|The (?:build|job) has been terminated|Your build has failed)/

/** One line may end a timer and a fold, begin the next ones, and show a command. */
function markTravis(text: string, raw: string): Marked | null {
  const events = raw.includes('travis_') ? markersOf(raw) : []
  const timer = events.findLast(event => event.name === TIMER)?.id
  const folds = events.filter(event => event.name !== TIMER)
  const shown = events.length > 0 ? { text: text.replace(MARKER, '').trim() } : {}
  const said = sentence(shown.text ?? text, raw, timer)
  if (said) return { ...said, ...shown, before: folds }
  const last = folds.at(-1)
  return last ? { ...last, ...shown, before: folds.slice(0, -1) } : null
}

/** Begins of timers are told apart by this name: they belong to the command on their line. */
const TIMER = 'travis_time'

const markersOf = (raw: string): LogEvent[] =>
  [...raw.matchAll(MARKER)].map(({ groups = {} }): LogEvent => {
    const { fold, name = '', time, timer = '', nanoseconds } = groups
    if (fold === 'start') return { mark: 'group', name, id: name }
    if (fold === 'end') return { mark: 'endgroup', id: name }
    if (time === 'start') return { mark: 'group', name: TIMER, id: timer }
    return { mark: 'endgroup', id: timer, durationMs: Math.max(0, Math.round(Number(nanoseconds ?? 0) / 1e6)) }
  })

function sentence(text: string, raw: string, timer: string | undefined): LogEvent | null {
  const command = raw.includes('$ ') ? COMMAND.exec(raw.trimEnd())?.groups?.command : undefined
  if (command) return { mark: 'command', name: command.replace(/\u001b\[[\d;]*[mK]/g, ''), ...(timer ? { id: timer } : {}) }
  const verdict = VERDICT.exec(text)?.groups
  if (verdict) return { name: verdict.command as string, ...ended(Number(verdict.code)) }
  const done = DONE.exec(text)?.groups?.code
  if (done !== undefined) return { mark: done === '0' ? 'notice' : 'error', verdict: done === '0' ? 'passed' : 'failed' }
  return STOPPED.test(text) ? { mark: 'error', verdict: 'failed' } : null
}

const ended = (exitCode: number): LogEvent =>
  exitCode === 0 ? { mark: 'notice', exitCode } : { mark: 'error', exitCode, failed: true }

import type { FormatReader, Marked } from './format.ts'

/** Travis CI: folds and timers in the text, commands behind `$`, a coloured verdict for each. */
export const travis: FormatReader = {
  format: 'travis',
  recognise: lines => (lines.some(line => /travis_(?:fold|time):|^Worker information|Using worker: /.test(line)) ? 6 : 0),
  strip: raw => ({ raw }),
  mark: markTravis,
}

const FOLD_START = /travis_fold:start:(?<name>[\w.-]+)/
const TIMER_END = /travis_time:end:[0-9a-f]+:start=\d+,finish=\d+,duration=(?<nanoseconds>-?\d+)/
const COMMAND = /(?:^|\r|\u001b\[0K|\u001b\[33;1m|\u001b\[0m)\$ (?<command>\S.*)$/
const VERDICT = /The command "(?<command>.*)" (?:exited with|failed and exited with) (?<code>\d+)/
const MARKERS = /travis_(?:fold|time):(?:start|end):[\w.:=,-]+/g

function markTravis(text: string, raw: string): Marked | null {
  const shown = text.includes('travis_') ? { text: text.replace(MARKERS, '').trim() } : {}
  const command = raw.includes('$ ') ? COMMAND.exec(raw.trimEnd())?.groups?.command : undefined
  if (command) return { mark: 'command', name: command.replace(/\u001b\[[\d;]*[mK]/g, ''), ...shown }
  const code = VERDICT.exec(text)?.groups?.code
  if (code !== undefined) return { mark: 'error', exitCode: Number(code), failed: code !== '0', ...shown }
  const fold = FOLD_START.exec(raw)?.groups?.name
  if (fold) return { mark: 'group', name: fold, ...shown }
  const nanoseconds = TIMER_END.exec(raw)?.groups?.nanoseconds
  if (nanoseconds) return { mark: 'endgroup', durationMs: Math.max(0, Math.round(Number(nanoseconds) / 1e6)), ...shown }
  return raw.includes('travis_fold:end:') ? { mark: 'endgroup', ...shown } : null
}

import type { FormatReader, Marked } from './format.ts'
import { stripTimestamp } from './timestamp.ts'

/** Jenkins' console: `[Pipeline]` annotations, `+ command` traces, a verdict in the last line. */
export const jenkins: FormatReader = {
  format: 'jenkins',
  recognise: lines =>
    lines.some(line =>
      /^(?:\S+ )?(?:Started by |Running as SYSTEM|\[Pipeline\] |Building (?:remotely|in workspace|on )|Finished: [A-Z]+$)/.test(
        line,
      ),
    )
      ? 5
      : 0,
  strip: stripTimestamp,
  mark: text => {
    if (text.startsWith('[Pipeline] ')) return pipeline(text.slice(11))
    if (text.startsWith('+ ')) return { mark: 'command', name: text.slice(2) }
    if (/^(?:Build step '.*' marked build as failure|Finished: (?:FAILURE|ABORTED|UNSTABLE))$/.test(text))
      return { mark: 'error', failed: true }
    return null
  },
}

function pipeline(text: string): Marked | null {
  const stage = /^\{ \((?<name>.*)\)$/.exec(text)?.groups?.name
  if (stage) return { mark: 'step', name: stage }
  return text === '}' || text.startsWith('// ') ? { mark: 'endgroup' } : null
}

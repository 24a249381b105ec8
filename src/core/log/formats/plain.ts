import type { FormatReader } from './format.ts'
import { stripTimestamp } from './timestamp.ts'

/** Any other log: what a program printed, perhaps under timestamps, perhaps with a shell's trace. */
export const plain: FormatReader = {
  format: 'plain',
  recognise: () => 1,
  strip: stripTimestamp,
  mark: text => (/^(?:\+{1,3}|\$) \S/.test(text) ? { mark: 'command', name: text.replace(/^\S+ /, '') } : null),
}

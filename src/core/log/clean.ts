/** Makes one raw line readable: what a terminal would show, without colour and control characters. Never throws. */

/** Longer lines keep their beginning and their end. */
const MAX_TEXT = 4000
const KEPT_END = 1000

/** CSI, OSC and the other escape sequences of ECMA-48, and the eight-bit CSI. */
const ESCAPES =
  /\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[\u001b\u009b][[\]()#;?]*(?:\d{1,4}(?:[;:]\d{0,4})*)?[\dA-PR-TZcf-nq-uy=><~]|\u001b./g
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\u200b\u2060\u202a-\u202e\u2066-\u2069]/g
const UNCLEAN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\u200b\u2060\u202a-\u202e\u2066-\u2069]/

/** The colour in which the GitHub runner echoes a step's script before it runs it. */
const ECHO = '\u001b[36;1m'

/** Whether the CI only echoes script here. */
export const isEcho = (raw: string): boolean => raw.startsWith(ECHO)

/** What a terminal would show of the line. */
export function cleanText(raw: string): string {
  const line = raw.length > MAX_TEXT ? shorten(raw) : raw
  if (!UNCLEAN.test(line)) return line.trimEnd()
  const plain = overwrite(erase(line.replace(ESCAPES, '')))
  return plain.replace(CONTROLS, '').trimEnd()
}

const shorten = (raw: string) => `${raw.slice(0, MAX_TEXT - KEPT_END)} … ${raw.slice(-KEPT_END)}`

/** A carriage return starts the line anew (progress bars): the last thing written stays. */
function overwrite(line: string): string {
  if (!line.includes('\r')) return line
  const segments = line.split('\r').filter(segment => segment.trim() !== '')
  return segments.at(-1) ?? ''
}

/** A backspace takes back one character. */
function erase(line: string): string {
  if (!line.includes('\b')) return line
  const kept: string[] = []
  for (const char of line) {
    if (char === '\b') kept.pop()
    else kept.push(char)
  }
  return kept.join('')
}

/** Makes one raw line readable: what a terminal would show, without colour and control characters. Never throws. */

/** Longer lines keep their beginning and their end. */
const MAX_TEXT = 4000
const KEPT_END = 1000

/**
 * The escape sequences of ECMA-48 (https://ecma-international.org/publications-and-standards/standards/ecma-48/), each with its
 * eight-bit form: strings (OSC, DCS, SOS, PM, APC) up to their end, CSI, and the short ones. A string that never ends takes the line.
 */
const ESCAPES =
  /(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b[ -/]*[0-~]?/g

/** But for tab and carriage return. */
const INVISIBLE =
  '\u0000-\u0008\u000a-\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff'
const CONTROLS = new RegExp(`[${INVISIBLE}]`, 'g')
const UNCLEAN = new RegExp(`[\\r${INVISIBLE}]`)

/** The colour in which the GitHub runner echoes a step's script before it runs it. */
const ECHO = '\u001b[36;1m'

/** Whether the CI only echoes script here. */
export const isEcho = (raw: string): boolean => raw.startsWith(ECHO)

/** What a terminal would show of the line. */
export function cleanText(raw: string): string {
  if (!UNCLEAN.test(raw)) return shorten(raw.trimEnd())
  const plain = erase(raw.replace(ESCAPES, '')).replace(CONTROLS, '')
  return shorten(overwrite(plain).trimEnd())
}

const shorten = (text: string) =>
  text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - KEPT_END)} … ${text.slice(-KEPT_END)}` : text

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

/** How many columns a text takes in a terminal, and texts fitted to columns. */

const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u
const ASCII = /^[\x20-\x7e]*$/

/** Columns that the text takes: East Asian wide characters and emoji two, combining marks none. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

/** The text in lines of at most `width` columns, broken between words, and inside a word only where it fits no line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(/ +/).flatMap(word => pieces(word, width))) {
      if (line && displayWidth(line) + 1 + displayWidth(word) > width) {
        lines.push(line)
        line = word
      } else line = line ? `${line} ${word}` : word
    }
    lines.push(line)
  }
  return lines
}

/** The text in at most `width` columns; of a longer one the beginning and the end, with `mark` between. */
export function cutMiddle(text: string, width: number, mark: string): string {
  if (displayWidth(text) <= width) return text
  const room = Math.max(0, width - displayWidth(mark))
  const tail = Math.floor(room / 3)
  return start(text, room - tail) + mark + end(text, tail)
}

/** The text in at most `width` columns; a longer one ends with `mark`. */
export function cutEnd(text: string, width: number, mark: string): string {
  return displayWidth(text) <= width ? text : start(text, width - displayWidth(mark)).trimEnd() + mark
}

function pieces(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word]
  const found: string[] = []
  let rest = word
  while (displayWidth(rest) > width) {
    const piece = start(rest, width) || (rest.match(/^./su)?.[0] ?? rest)
    found.push(piece)
    rest = rest.slice(piece.length)
  }
  return rest ? [...found, rest] : found
}

function start(text: string, width: number): string {
  let used = 0
  let index = 0
  for (const character of text) {
    used += characterWidth(character)
    if (used > width) break
    index += character.length
  }
  return text.slice(0, index)
}

function end(text: string, width: number): string {
  let used = 0
  let index = text.length
  for (const character of [...text.slice(-width * 2)].reverse()) {
    used += characterWidth(character)
    if (used > width) break
    index -= character.length
  }
  return text.slice(index)
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x300) return 1
  if (NO_WIDTH.test(character)) return 0
  return isWide(code) ? 2 : 1
}

// The blocks that Unicode's EastAsianWidth gives W or F, and the emoji that are shown as pictures.
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0xa4cf) ||
    (code >= 0xa960 && code <= 0xa97c) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1f64f) ||
    (code >= 0x1f680 && code <= 0x1f6ff) ||
    (code >= 0x1f7e0 && code <= 0x1f7eb) ||
    (code >= 0x1f900 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd) ||
    [
      0x231a, 0x231b, 0x23e9, 0x23ea, 0x23eb, 0x23ec, 0x23f0, 0x23f3, 0x25fd, 0x25fe, 0x2614, 0x2615, 0x267f, 0x2693, 0x26a1,
      0x26aa, 0x26ab, 0x26bd, 0x26be, 0x26c4, 0x26c5, 0x26ce, 0x26d4, 0x26ea, 0x26f2, 0x26f3, 0x26f5, 0x26fa, 0x26fd, 0x2705,
      0x270a, 0x270b, 0x2728, 0x274c, 0x274e, 0x2753, 0x2754, 0x2755, 0x2757, 0x2795, 0x2796, 0x2797, 0x27b0, 0x27bf, 0x2b1b,
      0x2b1c, 0x2b50, 0x2b55,
    ].includes(code)
  )
}

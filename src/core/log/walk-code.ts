/**
 * The scanner's inner loops as a WebAssembly module (https://webassembly.github.io/spec/core/binary/), assembled here instruction by
 * instruction, so that there is no binary to trust. It walks several pieces of a text at once: while one waits for the table, the others
 * go on, which makes it several times as fast as a walk from byte to byte.
 *
 * Imports `memory`, laid out as in {@link AT}, and `ended(state, piece, place)`. Exports
 * `walk(steps)`: that many bytes of each piece through the table; where a step leads to the complement of a state, it calls `ended` with
 * that state and the place of the byte;
 * `lineFeeds(piece, length)`: how many there are in the first bytes of a piece, a multiple of 16 bytes.
 */
export const walkCode = (): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([
    ...[0, ...ascii('asm'), 1, 0, 0, 0],
    ...section(1, [type(3, 0), type(1, 0), type(2, 1)]),
    ...section(2, [
      [...name('sherpa'), ...name('memory'), 2, 0, ...unsigned(PAGES)],
      [...name('sherpa'), ...name('ended'), 0, 0],
    ]),
    ...section(3, [[1], [2]]),
    ...section(7, [
      [...name('walk'), 0, 1],
      [...name('lineFeeds'), 0, 2],
    ]),
    ...section(10, [body(locals([1 + PIECES, I32]), walk()), body(locals([3, I32]), lineFeeds())]),
  ])

export const PIECES = 6
/** Room for a piece, in bytes. */
export const PIECE = 128 * 1024
const TEXT = 256 + 0x8000 * 128
/** Twice the class of each byte; the table; the pieces of the text, each followed by the next. */
export const AT = { classes: 0, table: 256, text: TEXT }
/** Size of the memory, in pages of 64 KiB. */
export const PAGES = Math.ceil((TEXT + PIECES * PIECE) / 65536)

function walk(): number[] {
  const [steps, at] = [0, 1]
  const pieces = Array.from({ length: PIECES }, (_, piece) => ({ piece, state: 2 + piece, text: TEXT + piece * PIECE }))
  return [
    ...LOOP,
    ...pieces.flatMap(({ state, text }) => [
      ...[...get(state), ...i32(7), ...SHIFT_LEFT, ...get(at), ...loadByte(text), ...loadByte(AT.classes), ...OR],
      ...[...loadSigned16(AT.table), ...set(state)],
    ]),
    ...pieces.flatMap(({ piece, state }) => [...get(state), ...(piece > 0 ? OR : [])]),
    ...[...i32(0), ...LESS, ...IF],
    ...pieces.flatMap(({ piece, state }) => [
      ...[...get(state), ...i32(0), ...LESS, ...IF],
      ...[...get(state), ...i32(-1), ...XOR, ...tee(state), ...i32(piece), ...get(at), ...CALL_ENDED],
      ...END,
    ]),
    ...END,
    ...[...get(at), ...i32(1), ...ADD, ...tee(at), ...get(steps), ...LESS, ...REPEAT],
    ...END,
  ]
}

/** Sixteen bytes at a time: compared with a line feed, the highest bits of the results gathered and counted. */
function lineFeeds(): number[] {
  const [piece, length, at, start, count] = [0, 1, 2, 3, 4]
  return [
    ...[...get(piece), ...i32(PIECE), ...MULTIPLY, ...set(start)],
    ...LOOP,
    ...[
      ...get(start),
      ...get(at),
      ...ADD,
      ...load128(TEXT),
      ...i32(0x0a),
      ...EACH_OF_16,
      ...EQUAL_8X16,
      ...HIGH_BITS_8X16,
      ...COUNT_ONES,
    ],
    ...[...get(count), ...ADD, ...set(count)],
    ...[...get(at), ...i32(16), ...ADD, ...tee(at), ...get(length), ...LESS, ...REPEAT],
    ...END,
    ...get(count),
  ]
}

const I32 = 0x7f
const LOOP = [0x03, 0x40]
const IF = [0x04, 0x40]
const END = [0x0b]
const REPEAT = [0x0d, 0]
const CALL_ENDED = [0x10, 0]
const LESS = [0x48]
const ADD = [0x6a]
const MULTIPLY = [0x6c]
const OR = [0x72]
const XOR = [0x73]
const SHIFT_LEFT = [0x74]
const COUNT_ONES = [0x69]
const EACH_OF_16 = [0xfd, 0x0f]
const EQUAL_8X16 = [0xfd, 0x23]
const HIGH_BITS_8X16 = [0xfd, 0x64]
const get = (local: number) => [0x20, local]
const set = (local: number) => [0x21, local]
const tee = (local: number) => [0x22, local]
const loadByte = (offset: number) => [0x2d, 0, ...unsigned(offset)]
const loadSigned16 = (offset: number) => [0x2e, 1, ...unsigned(offset)]
const load128 = (offset: number) => [0xfd, 0, 4, ...unsigned(offset)]
const i32 = (value: number) => [0x41, ...signed(value)]

const ascii = (text: string) => Array.from(text, char => char.charCodeAt(0))
const name = (text: string) => [...unsigned(text.length), ...ascii(text)]
const type = (parameters: number, results: number) => [
  0x60,
  ...list(Array(parameters).fill([I32])),
  ...list(Array(results).fill([I32])),
]
const locals = (...groups: number[][]) => list(groups)
const body = (locals: number[], code: number[]) => sized([...locals, ...code, ...END])
const list = (items: number[][]) => [...unsigned(items.length), ...items.flat()]
const section = (id: number, items: number[][]) => [id, ...sized(list(items))]
const sized = (bytes: number[]) => [...unsigned(bytes.length), ...bytes]

/** LEB128. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]
}

function signed(value: number): number[] {
  const byte = value & 0x7f
  const rest = value >> 7
  const isLast = rest === (byte & 0x40 ? -1 : 0)
  return isLast ? [byte] : [byte | 0x80, ...signed(rest)]
}

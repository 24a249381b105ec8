import { type Automaton, CLASSES } from './automaton.ts'
import { AT, PAGES, PIECE, PIECES, walkCode } from './walk-code.ts'

/** Takes bytes through an automaton. */
export interface Walker {
  use(automaton: Automaton): void
  /**
   * Walks `bytes[start, end)`, at most `PIECES * (PIECE - OVERLAP - 16)` bytes. Tells every state in which a string may have ended, with the place of its last
   * byte, in no order and some twice. Returns the number of line feeds.
   */
  walk(bytes: Uint8Array, start: number, end: number, tell: Ended): number
}

type Ended = (state: number, place: number) => void

/** Strings of the automaton may be this long, in bytes. */
export const LONGEST_STRING = 32

/** What is used of WebAssembly's interface for JavaScript, which the types of ECMAScript leave out. */
interface Wasm {
  validate(code: Uint8Array<ArrayBuffer>): boolean
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer }
  readonly Module: new (code: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (module: object, imports: Readonly<Record<string, object>>) => { readonly exports: unknown }
}

const wasm = (globalThis as { readonly WebAssembly?: Wasm }).WebAssembly

/** In WebAssembly, where the machine and Node (not with `--jitless`) can. */
export const createWalker = (): Walker => (wasm?.validate(walkCode()) ? createFastWalker(wasm) : createPlainWalker())

/** Pieces overlap, so that a string across their border is found in one of them. */
const OVERLAP = LONGEST_STRING - 1

export function createFastWalker({ Memory, Module, Instance } = wasm as Wasm): Walker {
  const memory = new Memory({ initial: PAGES })
  const classes = new Uint8Array(memory.buffer, AT.classes, 256)
  const table = new Int16Array(memory.buffer, AT.table, (AT.text - AT.table) / 2)
  const pieces = Array.from({ length: PIECES }, (_, piece) => new Uint8Array(memory.buffer, AT.text + piece * PIECE, PIECE))
  let ended: (state: number, piece: number, place: number) => void = () => {}
  const imports = { memory, ended: (state: number, piece: number, place: number) => ended(state, piece, place) }
  const { exports } = new Instance(new Module(walkCode()), { sherpa: imports })
  const { walk, lineFeeds } = exports as { walk(steps: number): void; lineFeeds(piece: number, length: number): number }

  return {
    use(automaton) {
      table.set(automaton.table)
      classes.set(automaton.classOf.map(cls => cls * 2))
    },
    walk(bytes, start, end, tell) {
      const stride = Math.ceil((end - start) / PIECES / 16) * 16
      for (let piece = 0; piece < PIECES; piece++) {
        const from = Math.min(end, start + piece * stride)
        const to = Math.min(end, from + stride + OVERLAP)
        const room = pieces[piece] as Uint8Array
        room.set(bytes.subarray(from, to))
        room.fill(0, to - from, stride + OVERLAP)
      }
      ended = (state, piece, place) => tell(state, start + piece * stride + place)
      walk(stride + OVERLAP)
      let lines = 0
      for (let piece = 0; piece < PIECES; piece++) lines += lineFeeds(piece, stride)
      return lines
    },
  }
}

/** The same, in a plain loop. */
export function createPlainWalker(): Walker {
  let automaton: Pick<Automaton, 'table' | 'classOf'> = { table: new Int16Array(CLASSES), classOf: new Uint8Array(256) }
  return {
    use: used => {
      automaton = used
    },
    walk(bytes, start, end, tell) {
      const { table, classOf } = automaton
      let lines = 0
      let state = 0
      for (let i = start; i < end; i++) {
        const byte = bytes[i] as number
        if (byte === 10) lines++
        state = table[state * CLASSES + (classOf[byte] as number)] as number
        if (state >= 0) continue
        state = ~state
        tell(state, i)
      }
      return lines
    },
  }
}

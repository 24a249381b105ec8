import { wantsColour } from './colour.ts'

/** A place to write to: a terminal, a pipe or a file. */
export interface Screen {
  write(text: string): void
  readonly isTTY: boolean
  /** Width in characters, where it is a terminal. */
  readonly columns: number | undefined
  readonly colour: boolean
}

/** The part of a Node stream that a screen needs. */
export interface Stream {
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
  write(text: string): unknown
}

/** Wraps a stream that is opened only when something asks for it. */
export function createScreen(open: () => Stream, variables: Readonly<Record<string, string | undefined>>): Screen {
  return {
    write: text => void open().write(text),
    get isTTY() {
      return open().isTTY === true
    },
    get columns() {
      return open().columns
    },
    get colour() {
      return wantsColour(variables, () => open().isTTY === true)
    },
  }
}

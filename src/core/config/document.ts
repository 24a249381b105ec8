import type { Trouble } from '../model/trouble.ts'

/** A parsed configuration file that knows where its values stand. */
export interface ConfigDocument {
  /** As errors call it. */
  readonly name: string
  /** Plain JSON. */
  readonly value: unknown
  /** Where the value at this path stands, or its key; where there is none, the nearest value around it. `offset` is into a text. */
  locate(path: Path, part: 'key' | 'value', offset?: number): Position
}

/** Keys and indices from the root. */
export type Path = readonly (string | number)[]

/** 1-based, in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A mistake in a configuration file; its message starts with `file:line:column`. */
export interface ConfigTrouble extends Trouble, Position {
  readonly file: string
}

/** Either all is well, or these are the mistakes, in the order of the file. */
export type Checked<T> = { readonly value: T } | { readonly troubles: readonly ConfigTrouble[] }

/** A mistake at a place, as trouble. */
export function mistake(file: string, { line, column }: Position, text: string, hint?: string): ConfigTrouble {
  return {
    code: 'bad-config',
    kind: 'usage',
    message: `${file}:${line}:${column}: ${text}`,
    file,
    line,
    column,
    ...(hint !== undefined && { hint }),
  }
}

/** In the order in which a reader meets them. */
export const inFileOrder = (troubles: readonly ConfigTrouble[]): readonly ConfigTrouble[] =>
  troubles.toSorted((a, b) => a.line - b.line || a.column - b.column)

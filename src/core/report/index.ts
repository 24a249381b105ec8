/** Every format by the name it has on the command line. */
import type { Diagnosis } from '../model/diagnosis.ts'
import { renderJson } from './json.ts'
import { renderTerminal, type TerminalOptions } from './terminal.ts'

/** What a format may be told; each takes what it knows. */
export type RenderOptions = TerminalOptions

/** Turns a redacted diagnosis into text; pure. */
export type Render = (diagnosis: Diagnosis, options?: RenderOptions) => string

export const FORMATS = {
  text: renderTerminal,
  json: diagnosis => renderJson(diagnosis),
} as const satisfies Readonly<Record<string, Render>>

/** Name of a format. */
export type FormatName = keyof typeof FORMATS

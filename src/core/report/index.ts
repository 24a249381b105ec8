/** Every format by the name it has on the command line. */
import type { Diagnosis } from '../model/diagnosis.ts'
import { renderHtml } from './html.ts'
import { type JsonOptions, renderJson } from './json.ts'
import { type MarkdownOptions, renderMarkdown } from './markdown.ts'
import { renderSarif } from './sarif.ts'
import { renderTerminal, type TerminalOptions } from './terminal.ts'

/** What a format may be told; each takes what it knows. */
export interface RenderOptions extends TerminalOptions, MarkdownOptions, JsonOptions {}

/** Turns a diagnosis, already redacted, into text that ends in a line feed; pure. */
export type Render = (diagnosis: Diagnosis, options?: RenderOptions) => string

/** The formats. */
export const FORMATS = {
  text: renderTerminal,
  json: renderJson,
  markdown: renderMarkdown,
  html: renderHtml,
  sarif: renderSarif,
} as const satisfies Readonly<Record<string, Render>>

/** Name of a format. */
export type FormatName = keyof typeof FORMATS

import type { LogFormat, LogLine } from '../model/log.ts'
import { cleanText, isEcho } from './clean.ts'
import type { FormatReader, Marked } from './formats/format.ts'
import { recogniseFormat } from './formats/index.ts'
import { mask } from './mask.ts'
import type { Block } from './thin.ts'

/** A cleaned line together with what its CI said on it; the section builder reads the rest. */
export interface ReadLine extends LogLine {
  readonly marked?: Marked
  readonly job?: string
  readonly step?: string
  readonly branch?: string
}

const PROBE = 400
const MONSTER = 64 * 1024

/** Kept bytes → cleaned lines, in the format that the lines themselves speak for. */
export function readLines(blocks: readonly Block[]): { format: LogFormat; lines: ReadLine[] } {
  const raws = blocks.map(decode)
  const reader = readerOf(raws)
  const lines: ReadLine[] = []
  blocks.forEach((block, i) => {
    ;(raws[i] as string[]).forEach((raw, k) => {
      const n = block.firstLine + k
      const isRest = lines.at(-1)?.n === n
      const written = writtenLines(raw)
      if (written) for (const part of written) lines.push(readLine(part, n, reader))
      else if (!isRest) lines.push(readLine(raw, n, reader))
    })
  })
  return { format: reader.format, lines }
}

function readerOf(raws: readonly (readonly string[])[]): FormatReader {
  const probe = [...(raws[0] ?? []).slice(0, PROBE), ...(raws.at(-1) ?? []).slice(-PROBE)]
  const reader = recogniseFormat(probe)
  return reader.adapt?.(eachOf(raws)) ?? reader
}

function* eachOf<T>(lists: readonly (readonly T[])[]): Generator<T> {
  for (const list of lists) yield* list
}

const MANY = 8
const LONE_CR = /\r(?!\n|\r|$)/

/**
 * A raw line that was written as many, parted by lone carriage returns (old terminals, captured consoles); null for the usual line.
 * Of a progress bar, which writes the same line over and over, the last state stays.
 */
function writtenLines(raw: string): string[] | null {
  if (!raw.includes('\r')) return null
  const parts = raw.split(LONE_CR).filter(part => part.trim() !== '')
  if (parts.length < MANY) return null
  const kept = parts.filter((part, i) => i === parts.length - 1 || mask(part) !== mask(parts[i + 1] as string))
  return kept.length < MANY ? null : kept
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

function decode(block: Block): string[] {
  const raws = decoder.decode(block.bytes).split('\n')
  if (raws.at(-1) === '') raws.pop()
  return raws
}

/** One raw line, read on its own. */
export function readLine(whole: string, n: number, reader: FormatReader): ReadLine {
  const { raw, ...prefix } = reader.strip(whole.length > MONSTER ? middleOut(whole) : whole)
  const echo = reader.echoes === true && isEcho(raw)
  const text = cleanText(raw)
  const marked = echo ? null : reader.mark(text, raw)
  return {
    n,
    text: marked?.text ?? text,
    ...prefix,
    ...(echo ? { echo: true as const } : {}),
    ...(marked ? { mark: marked.mark, marked } : {}),
  }
}

const middleOut = (line: string) => `${line.slice(0, MONSTER / 2)} … ${line.slice(-MONSTER / 2)}`

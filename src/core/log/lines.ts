import type { LineMark, LogFormat, LogLine } from '../model/log.ts'
import { cleanText, isEcho } from './clean.ts'
import type { FormatReader, Marked } from './formats/format.ts'
import { recogniseFormat } from './formats/index.ts'
import type { Block } from './keep.ts'

/** A cleaned line together with what its CI said on it; the section builder reads the rest. */
export interface ReadLine extends LogLine {
  readonly marked?: Marked
  readonly job?: string
  readonly step?: string
}

const PROBE = 400
const MONSTER = 64 * 1024

/** Kept bytes → cleaned lines, in the format that the lines themselves speak for. */
export function readLines(blocks: readonly Block[]): { format: LogFormat; lines: ReadLine[] } {
  const raws = blocks.map(decode)
  const probe = [...(raws[0] ?? []).slice(0, PROBE), ...(raws.at(-1) ?? []).slice(-PROBE)]
  const reader = recogniseFormat(probe)
  const lines: ReadLine[] = []
  blocks.forEach((block, i) => {
    ;(raws[i] as string[]).forEach((raw, k) => {
      const n = block.firstLine + k
      if (lines.at(-1)?.n !== n) lines.push(readLine(raw, n, reader))
    })
  })
  return { format: reader.format, lines }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

function decode(block: Block): string[] {
  const raws = decoder.decode(block.bytes).split('\n')
  if (raws.at(-1) === '') raws.pop()
  return raws
}

/** One raw line, read on its own. */
export function readLine(whole: string, n: number, reader: FormatReader): ReadLine {
  const { raw, timeMs, job, step } = reader.strip(whole.length > MONSTER ? whole.slice(0, MONSTER) : whole)
  const echo = isEcho(raw)
  const text = cleanText(raw)
  const marked = echo ? null : reader.mark(text, raw)
  return {
    n,
    text: marked?.text ?? text,
    ...(timeMs === undefined ? {} : { timeMs }),
    ...(echo ? { echo: true as const } : {}),
    ...(marked ? { mark: marked.mark as LineMark, marked } : {}),
    ...(job === undefined ? {} : { job }),
    ...(step === undefined ? {} : { step }),
  }
}

import type { Point } from '../../core/model/series.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import { createCsvReader } from './csv.ts'
import { type OpenOptions, openInput } from './open-input.ts'

/** Reads a series of measurements: a CSV with the columns `timestamp` and `value`, or a JSON array of numbers (null: not measured). */
export async function readSeries(name: string, options: OpenOptions): Promise<readonly Point[]> {
  const points: Point[] = []
  const csv = createCsvReader(point => points.push(point))
  const decoder = new TextDecoder()
  let json: string | undefined
  let isFirst = true
  for await (const chunk of await bytesOf(name, options)) {
    const text = decoder.decode(chunk, { stream: true })
    if (isFirst && /^\s*[[{]/.test(text)) json = ''
    isFirst = false
    if (json !== undefined) json += text
    else refuse(name, csv.push(text))
  }
  if (json !== undefined) return numbersOf(name, json)
  refuse(name, csv.end())
  return points
}

async function bytesOf(name: string, options: OpenOptions): Promise<AsyncIterable<Uint8Array>> {
  const input = await openInput(name, options)
  const [log, second] = input.kind === 'logs' ? input.logs : []
  if (log === undefined || second !== undefined) throw mistaken(name, 'is no single file')
  return log.open()
}

function numbersOf(name: string, text: string): readonly Point[] {
  let values: unknown
  try {
    values = JSON.parse(text)
  } catch {
    throw mistaken(name, 'is not valid JSON')
  }
  if (!Array.isArray(values)) throw mistaken(name, 'is JSON, but no array of numbers')
  return values.map((value: unknown, i) => {
    if (value !== null && typeof value !== 'number')
      throw mistaken(
        name,
        `holds ${value instanceof Object ? 'an object' : `a ${typeof value}`} where a number belongs, at index ${i}`,
      )
    return { at: Number.NaN, value: value !== null && Number.isFinite(value) ? value : Number.NaN }
  })
}

function refuse(name: string, mistake: string | undefined) {
  if (mistake) throw mistaken(name, mistake)
}

const mistaken = (name: string, says: string) =>
  new SherpaError({
    code: 'bad-series',
    kind: 'usage',
    message: `${name} ${says}`,
    hint: 'give a CSV with the columns timestamp and value, or a JSON array of numbers',
  })

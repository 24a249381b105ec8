/** What holds for every log, whoever wrote it: those in fixtures/, and those of a folder that SHERPA_LOGS names. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readLines } from '../../src/core/log/lines.ts'
import { runnerFacts } from '../../src/core/log/runner-facts.ts'
import { buildStructure } from '../../src/core/log/sections.ts'

const FIXTURES = join(import.meta.dirname, '../../fixtures/logs')
const OTHERS = process.env['SHERPA_LOGS']

test('the logs in fixtures/', () => checkFolder(FIXTURES))

test.skipIf(OTHERS === undefined)(
  'the logs of the folder that SHERPA_LOGS names (skipped where it names none)',
  () => checkFolder(OTHERS ?? ''),
  60_000,
)

function checkFolder(folder: string): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.log'))
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) checkLog(name, unpacked(readFileSync(join(folder, name))))
}

function checkLog(name: string, bytes: Uint8Array): void {
  const { lines } = readLines([{ firstLine: 1, bytes }])
  const { sections } = buildStructure(lines)
  runnerFacts(lines)

  const raws = rawLines(bytes)
  expect(new Set(lines.map(line => line.n)).size, `${name}: lines`).toBe(raws.length)
  expect(lines.at(-1)?.n ?? 0, `${name}: last line`).toBe(raws.length)
  const every = Math.max(1, Math.floor(lines.length / SAMPLES))
  for (let i = 0; i < lines.length; i += every) {
    const { n, text } = lines[i] as (typeof lines)[number]
    if (!isWithin(text.replaceAll(' … ', ''), raws[n - 1] ?? ''))
      expect.unreachable(`${name}:${n} shows what it does not say: ${text}`)
  }
  for (const section of sections) {
    const [start, end] = section.lines
    if (!(start >= 1 && start <= end && end <= raws.length)) expect.unreachable(`${name}: ${section.name} at ${start}-${end}`)
  }
}

const SAMPLES = 400

/** Counts line feeds and does nothing else. */
function rawLines(bytes: Uint8Array): string[] {
  const raws: string[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at)
    const stop = end === -1 ? bytes.length : end
    raws.push(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(at, stop)))
    at = stop + 1
  }
  return raws
}

/** Whether every character of the text stands in the raw line, in order. */
function isWithin(text: string, raw: string): boolean {
  let at = 0
  for (const character of text) {
    at = raw.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}

const unpacked = (bytes: Uint8Array): Uint8Array => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes)

import { spawnSync } from 'node:child_process'
import {
  closeSync,
  createReadStream,
  existsSync,
  globSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rules } from '../src/core/rules/index.ts'
import { inTurns, peakBytes, ROOT, sherpa } from './commands.ts'
import { type Figure, megabytes, milliseconds } from './figure.ts'

const SHARED = join(ROOT, '../shared/bench')
const MAKE_LOG = join(SHARED, 'make_big_log.py')
const PATTERNS = join(SHARED, 'scan-rules.txt')

const MAX_RATIO = 3
const MAX_BYTES = 200e6
const MAX_GROWTH = 1.3

/** How long a huge log takes against a search of it with ripgrep, and how much memory against a tenth of it. */
export async function measure({ isQuick }: { readonly isQuick: boolean }): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sherpa-bench-'))
  try {
    const size = isQuick ? 100e6 : 500e6
    const big = makeLog(join(folder, 'big.log'), size)
    const small = makeLog(join(folder, 'small.log'), size / 10)
    await warm(big)
    return [...speed(big, isQuick, folder), ...memory(big, small)]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function speed(log: string, isQuick: boolean, folder: string): readonly Figure[] {
  const diagnose = sherpa('diagnose', log, '--json')
  const name = `sherpa diagnose, ${megabytes(statSync(log).size)}`
  const rounds = isQuick ? 3 : 7
  if (!hasRipgrep()) {
    console.log('ripgrep is not installed: nothing to compare the time for a big log with')
    return [{ name, value: milliseconds(inTurns({ diagnose }, rounds, folder).diagnose) }]
  }
  const search = { file: 'rg', args: searchArgs(log, folder) }
  const times = inTurns({ search, diagnose }, rounds, folder)
  const ratio = times.diagnose / times.search
  return [
    { name: 'rg -c', value: milliseconds(times.search) },
    {
      name,
      value: milliseconds(times.diagnose),
      ratio: { of: ratio, to: 'rg' },
      // What a diagnosis takes whatever the size would weigh too much here.
      bounds: isQuick ? [] : [{ value: ratio, max: MAX_RATIO, text: `${MAX_RATIO} ×` }],
    },
  ]
}

const hasRipgrep = () => spawnSync('rg', ['--version']).status === 0

/** Counts the lines that a few dozen patterns match; without those, the lines that hold a literal of ours. */
function searchArgs(log: string, folder: string): readonly string[] {
  if (existsSync(PATTERNS)) return ['-c', '-f', PATTERNS, log]
  const own = join(folder, 'literals.txt')
  writeFileSync(own, rules.flatMap(({ needles }) => needles).join('\n'))
  console.log(`${PATTERNS} is missing: ripgrep looks for the literals of our rules`)
  return ['-c', '-i', '-F', '-f', own, log]
}

function memory(big: string, small: string): readonly Figure[] {
  const [most, least] = [peakBytes('diagnose', big, '--json'), peakBytes('diagnose', small, '--json')]
  const size = (log: string) => megabytes(statSync(log).size)
  return [
    { name: `memory, ${size(small)}`, value: megabytes(least) },
    {
      name: `memory, ${size(big)}`,
      value: megabytes(most),
      ratio: { of: most / least, to: `${size(small)}` },
      bounds: [
        { value: most, max: MAX_BYTES, text: megabytes(MAX_BYTES) },
        { value: most / least, max: MAX_GROWTH, text: `${MAX_GROWTH} ×` },
      ],
    },
  ]
}

/** Out of real logs, where they lie beside the project; else out of its fixtures. */
function makeLog(path: string, size: number): string {
  const isMade = existsSync(MAKE_LOG) && spawnSync('python3', [MAKE_LOG, String(size), path]).status === 0
  if (!isMade) makeFromFixtures(path, size)
  return path
}

function makeFromFixtures(path: string, size: number) {
  console.log(`${MAKE_LOG} cannot run: the log is made of fixtures/logs`)
  const logs = globSync('fixtures/logs/**/*.log', { cwd: ROOT }).sort()
  const texts = logs.map(log => readFileSync(join(ROOT, log), 'utf8').replaceAll('\0', ''))
  const file = openSync(path, 'w')
  for (let written = 0, turn = 0; written < size; turn++) {
    const time = new Date(Date.UTC(2026, 0, 5) + turn * 1000).toISOString()
    const text = texts[turn % texts.length] ?? ''
    written += writeSync(file, `${text.replace(/^/gm, `${time} `)}\n`)
  }
  closeSync(file)
}

/** Brings a file into the page cache. */
async function warm(path: string) {
  for await (const _ of createReadStream(path, { highWaterMark: 1 << 20 }));
}

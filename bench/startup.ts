import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** How long sherpa takes before and around its work, against the time that Node takes for nothing. */

const RUNS = 31
const CLI = join(import.meta.dirname, '../dist/cli.js')

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sherpa-bench-'))
  const log = join(folder, 'build.log')
  writeFileSync(log, sampleLog(100_000))
  try {
    const times = measure(
      {
        'node -e 0': ['-e', '0'],
        'sherpa --help': [CLI, '--help'],
        'sherpa diagnose, 100 kB': [CLI, 'diagnose', log],
      },
      folder,
    )
    print(times, { 'sherpa --help': 1.35, 'sherpa diagnose, 100 kB': 3 })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Milliseconds of each command, run in turns so that whatever else the machine does falls on all of them. */
function measure(commands: Readonly<Record<string, readonly string[]>>, cwd: string): ReadonlyMap<string, readonly number[]> {
  const times = new Map(Object.keys(commands).map(name => [name, [] as number[]]))
  for (let round = -1; round < RUNS; round++) {
    for (const [name, args] of Object.entries(commands)) {
      const before = performance.now()
      const { status } = spawnSync(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
      const spentMs = performance.now() - before
      const isGood = status === 0 || status === 1
      if (round >= 0) times.get(name)?.push(isGood ? spentMs : Number.NaN)
    }
  }
  return times
}

function print(times: ReadonlyMap<string, readonly number[]>, limits: Readonly<Record<string, number>>) {
  const [first] = times.values()
  const base = first ?? []
  for (const [name, spent] of times) {
    if (spent.some(Number.isNaN)) {
      console.log(`${name.padEnd(26)} failed`)
      continue
    }
    const ratio = median(spent) / median(base)
    const limit = limits[name]
    const verdict = limit === undefined ? '' : `  limit ${limit}${ratio > limit ? '  OVER' : ''}`
    console.log(`${name.padEnd(26)} ${median(spent).toFixed(1).padStart(6)} ms  × ${ratio.toFixed(2)}${verdict}`)
  }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** A log of a build that fails near its end. */
function sampleLog(sizeBytes: number): string {
  const lines = Array.from(
    { length: Math.ceil(sizeBytes / 60) },
    (_, i) =>
      `2026-01-26T10:00:${String(i % 60).padStart(2, '0')}.0000000Z [${i}] compiling src/module-${i % 97}.ts in ${i % 13} ms`,
  )
  const failure = [
    'npm error code ERESOLVE',
    'npm error ERESOLVE unable to resolve dependency tree',
    '##[error]Process completed with exit code 1.',
  ]
  return `${lines.join('\n').slice(0, sizeBytes)}\n${failure.map(line => `2026-01-26T10:01:00.0000000Z ${line}`).join('\n')}\n`
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inTurns, sherpa } from './commands.ts'
import { type Figure, milliseconds } from './figure.ts'

/** How long sherpa takes before and around its work, against the time that Node takes for nothing. */
export function measure({ isQuick }: { readonly isQuick: boolean }): readonly Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'sherpa-bench-'))
  const log = join(folder, 'build.log')
  writeFileSync(log, sampleLog(100_000))
  try {
    const commands = {
      node: { file: process.execPath, args: ['-e', '0'] },
      help: sherpa('--help'),
      diagnose: sherpa('diagnose', log),
    }
    const { node, help, diagnose } = inTurns(commands, isQuick ? 11 : 31, folder)
    return [
      { name: 'node -e 0', value: milliseconds(node) },
      against(node, 'sherpa --help', help, 1.35),
      against(node, 'sherpa diagnose, 100 kB', diagnose, 3),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const against = (node: number, name: string, spent: number, max: number): Figure => ({
  name,
  value: milliseconds(spent),
  ratio: { of: spent / node, to: 'node -e 0' },
  bounds: [{ value: spent / node, max, text: `${max} ×` }],
})

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

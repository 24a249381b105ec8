import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { describe, expect, test } from 'vitest'
import { findUses, type World } from './one-place/find-uses.ts'

const ROOT = join(import.meta.dirname, '../..')

/** The one file that may; whoever else needs it takes the value as a parameter. */
const PLACES: Readonly<Record<World, string | undefined>> = {
  'process.exit': 'src/cli/exit-code.ts',
  'process.env': 'src/cli/environment.ts',
  'the clock': 'src/cli/environment.ts',
  randomness: undefined,
}

describe('the world is asked in one place', () => {
  const files = globSync('src/**/*.ts', { cwd: ROOT, ignore: '**/*.test.ts' })
  const uses = files.flatMap(file => findUses(readFileSync(join(ROOT, file), 'utf8')).map(use => ({ file, ...use })))

  test.each(Object.entries(PLACES))('%s: %s', (world, place) => {
    const elsewhere = uses.filter(use => use.world === world && use.file !== place)
    expect(elsewhere.map(({ file, line }) => `${file}:${line} uses ${world}: take it as a parameter`)).toEqual([])
  })

  test('and it is, there', () => {
    const used = new Set(uses.map(({ world, file }) => `${world}: ${file}`))
    expect(used).toEqual(new Set(Object.entries(PLACES).flatMap(([world, place]) => (place ? [`${world}: ${place}`] : []))))
  })
})

describe('a use is found', () => {
  test.each<[string, World]>([
    ['process.exit(1)', 'process.exit'],
    [`import { exit } from 'node:process'`, 'process.exit'],
    ['globalThis.process.exit()', 'process.exit'],
    ['const home = process.env.HOME', 'process.env'],
    [`process['env']`, 'process.env'],
    ['const { env } = process', 'process.env'],
    ['const { env: variables } = process', 'process.env'],
    ['Date.now()', 'the clock'],
    ['const clock = Date.now', 'the clock'],
    ['new Date()', 'the clock'],
    ['new Date', 'the clock'],
    ['Date()', 'the clock'],
    ['performance.now()', 'the clock'],
    [`import { performance } from 'node:perf_hooks'`, 'the clock'],
    ['process.hrtime.bigint()', 'the clock'],
    ['Math.random()', 'randomness'],
    ['crypto.randomUUID()', 'randomness'],
    [`import { randomUUID as id } from 'node:crypto'`, 'randomness'],
  ])('%s', (source, world) => {
    expect(findUses(source)).toEqual([{ world, line: 1 }])
  })

  test.each([
    `new Date('2026-01-01')`,
    'Date.parse(text)',
    '// process.env.TOKEN',
    `const text = 'process.exit(1)'`,
    'const { env } = options',
    'options.env',
    'process.exitCode = 2',
    `import { createHash } from 'node:crypto'`,
  ])('not in %s', source => {
    expect(findUses(source)).toEqual([])
  })
})

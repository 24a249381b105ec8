/**
 * Breaks the code that must not be wrong, one small change at a time, and counts the changes that a test notices.
 * `npm run mutation` for all areas, `npm run mutation heal` for one, `npm run mutation heal src/core/heal/verify.ts` for some of its files.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Stryker } from '@stryker-mutator/core'

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number]

interface Area {
  readonly code: readonly string[]
  /** Beside the code: what is only noticed elsewhere counts as not noticed. */
  readonly tests: string
}

const CORE = ['policy', 'heal', 'redact']
const AREAS: Readonly<Record<string, Area>> = {
  ...Object.fromEntries(
    CORE.map(folder => [
      folder,
      {
        code: [`src/core/${folder}/*.ts`, `!src/core/${folder}/*.{test,fixture,schema}.ts`],
        tests: `src/core/${folder}/*.test.ts`,
      },
    ]),
  ),
  ledger: { code: ['src/integrations/store/ledger.ts'], tests: 'src/integrations/store/ledger.test.ts' },
}
/** Of a hundred changes so many have to be noticed. */
const LEAST = 85
const REPORTS = 'reports/mutation'

const [area, ...files] = process.argv.slice(2)
mkdirSync(REPORTS, { recursive: true })
for (const name of area === undefined ? Object.keys(AREAS) : [area]) {
  const mutants = await mutate(name, files)
  const killed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length
  const counted = mutants.filter(({ status }) => status !== 'Ignored' && status !== 'CompileError')
  const score = (100 * killed) / counted.length
  const report = `${REPORTS}/${[name, ...files.map(file => basename(file, '.ts'))].join('-')}.txt`
  writeFileSync(report, counted.filter(isAlive).map(inWords).sort().join(''))
  console.log(`${name}: ${killed} of ${counted.length} noticed, ${score.toFixed(1)} %; the others: ${report}`)
  if (score < LEAST) process.exitCode = 1
}

function mutate(name: string, files: readonly string[]): Promise<Mutant[]> {
  const { code, tests } = AREAS[name] ?? { code: [], tests: '' }
  if (code.length === 0) throw new Error(`${name} is none of ${Object.keys(AREAS).join(', ')}`)
  process.env['MUTATION_TESTS'] = tests
  return new Stryker({
    mutate: files.length > 0 ? [...files] : [...code],
    testRunner: 'vitest',
    vitest: { configFile: 'scripts/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    plugins: ['@stryker-mutator/vitest-runner', './scripts/mutation/ignore-unnoticeable.ts'],
    ignorers: ['unnoticeable'],
    ignorePatterns: ['dist', 'docs', 'fixtures', 'bench', 'training', '.tools', 'reports', '.stryker-tmp'],
    tempDirName: `.stryker-tmp/${[name, ...files.map(file => basename(file, '.ts'))].join('-')}`,
    concurrency: 1,
    timeoutMS: 3000,
    reporters: ['progress-append-only'],
    logLevel: 'warn',
    // Whether it ran at all is for the exit code; how well, for what comes after.
    thresholds: { high: 100, low: 0, break: null },
  } as ConstructorParameters<typeof Stryker>[0]).runMutationTest()
}

function isAlive({ status }: Mutant): boolean {
  return status === 'Survived' || status === 'NoCoverage' || status === 'RuntimeError'
}

function inWords({ fileName, location: { start }, status, mutatorName, replacement = '' }: Mutant): string {
  const file = fileName.slice(fileName.indexOf('src/'))
  return `${file}:${start.line}:${start.column} ${status} ${mutatorName} → ${replacement.replace(/\s+/g, ' ').slice(0, 160)}\n`
}

/**
 * `npm run bench` measures everything, `npm run bench -- startup` one part, `--quick` less of it. Figures are ratios to what the same
 * machine takes for something known; exits with 1 where one is beyond its bound.
 */
import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { version } from '../src/version.ts'
import { broken, type Figure, megabytes, print } from './figure.ts'

type Measure = (options: { readonly isQuick: boolean }) => readonly Figure[] | Promise<readonly Figure[]>

const PARTS: Readonly<Record<string, () => Promise<{ readonly measure: Measure }>>> = {
  startup: () => import('./startup.ts'),
  'big-log': () => import('./big-log.ts'),
  store: () => import('./store.ts'),
}

const words = process.argv.slice(2)
const isQuick = words.includes('--quick')
const asked = words.filter(word => word !== '--quick')
const unknown = asked.filter(name => !(name in PARTS))
if (unknown.length > 0) {
  console.error(`there is no part ${unknown.join(', ')}; there are: ${Object.keys(PARTS).join(', ')}`)
  process.exitCode = 2
} else {
  process.exitCode = await bench(asked.length > 0 ? asked : Object.keys(PARTS))
}

async function bench(parts: readonly string[]): Promise<number> {
  console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${megabytes(totalmem())}; ${process.platform} ${process.arch}`)
  console.log(`sherpa ${version}, node ${process.versions.node}, ${ripgrepVersion()}\n`)
  const over: string[] = []
  for (const part of parts) {
    const figures = await (await PARTS[part]?.())?.measure({ isQuick })
    print(figures ?? [])
    over.push(...broken(figures ?? []))
  }
  console.log(over.length > 0 ? `\nbeyond its bound: ${over.join(', ')}` : '\nwithin all bounds')
  return over.length > 0 ? 1 : 0
}

function ripgrepVersion(): string {
  try {
    return execFileSync('rg', ['--version'], { encoding: 'utf8' }).split('\n')[0] ?? 'ripgrep'
  } catch {
    return 'no ripgrep'
  }
}

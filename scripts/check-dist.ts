/** Builds at two other places and compares with dist/, byte by byte: what is committed is what the sources say, wherever they are built. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SOURCES = ['src', 'scripts', 'schemas', 'package.json', 'tsconfig.json', 'tsup.config.ts']

const root = join(import.meta.dirname, '..')
const place = mkdtempSync(join(tmpdir(), 'dist-'))
try {
  const differences = ['a', 'another/place'].flatMap(path => compare(join(root, 'dist'), build(join(place, path))))
  for (const difference of new Set(differences)) console.error(difference)
  if (differences.length === 0) console.log('dist/ is what the sources build, at two places')
  else console.error('dist/ is not what the sources build: run npm run build and commit it')
  process.exitCode = differences.length > 0 ? 1 : 0
} finally {
  rmSync(place, { recursive: true })
}

/** Builds a copy of the sources there; returns its dist. */
function build(folder: string): string {
  mkdirSync(folder, { recursive: true })
  for (const source of SOURCES) cpSync(join(root, source), join(folder, source), { recursive: true })
  copyPackages(join(root, 'node_modules'), join(folder, 'node_modules'))
  execFileSync(process.execPath, [join(folder, 'node_modules/.bin/tsup'), '--silent'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return join(folder, 'dist')
}

/** Hard links where the file system has them; a symbolic link would lead the build back here. */
function copyPackages(from: string, to: string) {
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'ignore' })
  } catch {
    rmSync(to, { recursive: true, force: true })
    cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  }
}

function compare(committed: string, built: string): readonly string[] {
  const names = new Set([...readdirSync(committed), ...readdirSync(built)])
  return [...names].sort().flatMap(name => {
    const before = read(committed, name)
    const after = read(built, name)
    if (!before) return [`+ dist/${name}`]
    if (!after) return [`- dist/${name}`]
    return before.equals(after) ? [] : [`≠ dist/${name}`]
  })
}

function read(folder: string, name: string): Buffer | undefined {
  return readdirSync(folder).includes(name) ? readFileSync(join(folder, name)) : undefined
}

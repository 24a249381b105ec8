/** What would be published: only what users need, and all that package.json promises. Part of `npm run package-check`. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

interface Manifest {
  readonly bin: Readonly<Record<string, string>>
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  readonly dependencies?: Readonly<Record<string, string>>
}

const WANTED =
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|dist\/[\w.-]+\.js|dist\/(?:(?:diagnose|heal|rules)-\w+\.txt|(?:weights|needles)-\w+\.bin)|dist\/index\.d\.ts|dist\/THIRD-PARTY-NOTICES\.txt|schemas\/[\w.-]+\.json)$/
const NEEDED = ['README.md', 'LICENSE', 'dist/THIRD-PARTY-NOTICES.txt']
const MAX_BYTES = 8 * 1024 * 1024

const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const [packed]: { files: { path: string; mode: number }[]; size: number }[] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
)
const files = new Set(packed?.files.map(({ path }) => path))
const mistakes = [
  ...[...files].filter(path => !WANTED.test(path)).map(path => `${path} would be published: narrow "files" in package.json`),
  ...[...NEEDED, ...promised(manifest)]
    .filter(path => !files.has(path))
    .map(path => `${path} is promised but would not be published`),
  ...Object.keys(manifest.dependencies ?? {}).map(
    name => `${name} is a dependency, but dist/ holds all packages: move it to devDependencies`,
  ),
  ...((packed?.size ?? 0) > MAX_BYTES ? [`the package has ${packed?.size} bytes, more than ${MAX_BYTES}`] : []),
  ...Object.values(manifest.bin)
    .filter(path => !readFileSync(path, 'utf8').startsWith('#!/usr/bin/env node\n'))
    .map(path => `${path} does not start with #!/usr/bin/env node`),
]
for (const mistake of mistakes) console.error(mistake)
process.exitCode = mistakes.length > 0 ? 1 : 0

/** Files that `bin` and `exports` name. */
function promised({ bin, exports }: Manifest): readonly string[] {
  const targets = Object.values(exports).flatMap(target => (typeof target === 'string' ? target : Object.values(target)))
  return [...Object.values(bin), ...targets].map(path => path.replace(/^\.\//, '')).filter(path => !path.includes('*'))
}

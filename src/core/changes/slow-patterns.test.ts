import { expect, test, vi } from 'vitest'
import { cpuTime } from '../../../test/cpu-time.ts'
import { hostileLines } from '../../../test/hostile-lines.ts'
import { readPointers } from '../pointers/read-pointers.ts'
import { readResolved } from '../pointers/resolved.ts'
import { ecosystems } from './ecosystems/index.ts'

/** No pattern may take longer than this for one line as long as a line of a manifest may be. */
const LIMIT_MS = 40
const LENGTHS = [20, 28, 40, 128, 512, 1024, 4096]

const PATHS = [
  ...['Gemfile', 'Gemfile.lock', 'Cargo.toml', 'Cargo.lock', 'composer.json', 'composer.lock', 'Dockerfile', 'compose.yml'],
  ...['.github/workflows/ci.yml', 'go.mod', 'go.sum', 'build.gradle', 'gradle.lockfile', 'gradle-wrapper.properties', 'pom.xml'],
  ...['package.json', 'package-lock.json', 'a.csproj', 'packages.lock.json', 'requirements.txt', 'pyproject.toml', 'setup.py'],
  ...['Pipfile', 'Pipfile.lock', 'pnpm-lock.yaml', 'poetry.lock', 'uv.lock', 'yarn.lock', 'gradle/libs.versions.toml'],
]
/** Lines that lead a reader to its patterns: together they need not make sense. */
const LINES = [
  ...['[dependencies]', 'serde = { version = "1.2" }', 'left = "1.2"', '[[package]]', 'name = "a"', 'version = "1.0"'],
  ...['"dependencies": {', '"a": "^1.2.3",', '"node_modules/a": {', '  "version": "1.2.3"', '}', '    rails (7.0.1)'],
  ...["gem 'rails', '7.0'", 'FROM node:20', 'uses: actions/checkout@v4', 'runs-on: ubuntu-22.04', 'image: a/b:1'],
  ...['<dependency><groupId>a.b</groupId><version>${c}</version></dependency>', '<PackageReference Include="A" Version="1" />'],
  ...["implementation 'a.b:c:1.2'", "id 'a.b' version '1'", 'requests[a]==2.0 ; python_version > "3"', '  /a/b@1.0:', 'a@^1.0:'],
  ...[
    'require a.b/c v1.2.3',
    '"""a""" = "b"',
    'dependencies = ["a>=1"]',
    'a.b:c:1=x',
    'distributionUrl=https\\://a/gradle-8.1-bin.zip',
  ],
]
const TOLD = [
  ...[
    'ERROR java.lang.NoClassDefFoundError: a/b/C',
    '\tat a.b.C.d(C.java:1)',
    'Caused by: a.b.CException: no',
    '[INFO] a:b:jar:1',
  ],
  'Downloading from central: https://a/maven2/org/a/b/1.0/b-1.0.pom',
]

test('patterns of manifests and of pointers are fast on hostile lines', () => {
  const patterns = patternsUsed(() => {
    const side = [LINES.map((text, i) => ({ n: i + 1, text }))]
    for (const path of PATHS) for (const { reads, entries } of ecosystems) if (reads(path)) entries(side, path)
    const lines = TOLD.map((text, i) => ({ n: i + 1, text, depth: 0, echo: false }))
    readPointers(lines as never, ['left'])
    readResolved(lines as never, ['org.a'])
  })
  expect(patterns.length).toBeGreaterThan(70)
  expect(patterns.flatMap(slowest)).toEqual([])
}, 120_000)

/** The patterns that are tried meanwhile; whatever a text is asked goes through `exec`. */
function patternsUsed(work: () => void): RegExp[] {
  const used = new Map<string, RegExp>()
  const exec = RegExp.prototype.exec
  const spy = vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, text) {
    used.set(String(this), this)
    return exec.call(this, text)
  })
  work()
  spy.mockRestore()
  return [...used.values()].map(({ source, flags }) => new RegExp(source, flags.replace(/[gy]/g, '')))
}

function slowest(pattern: RegExp): string[] {
  for (const line of hostileLines(pattern))
    for (const length of LENGTHS) {
      const text = line.ofLength(length)
      if (timeOf(pattern, text) > LIMIT_MS) return [`${pattern}: ${length} characters of ${line.recipe}`]
    }
  return []
}

/** The best of some tries. */
function timeOf(pattern: RegExp, text: string): number {
  let best = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 3 && best > LIMIT_MS; tries++)
    best = Math.min(
      best,
      cpuTime(() => pattern.exec(text)),
    )
  return best
}

/** A kind of manifest, and what goes with it. */
export interface PinKind {
  readonly ecosystem: string
  readonly manifest: RegExp
  /** Names of the lock files that a tool makes of it, in its folder or one above. */
  readonly locks: readonly string[]
  /** What a person runs instead. */
  command(name: string, version: string): string
  /** How exactly one version is asked for; only where it may be fetched anew without anybody's doing. */
  exact?(version: string): string
}

const byHand = (name: string, version: string) => `set ${name} to ${version}`

const KINDS: readonly PinKind[] = [
  {
    ecosystem: 'npm',
    manifest: /(?:^|\/)package\.json$/,
    locks: ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock'],
    command: (name, version) => `npm install --save-exact ${name}@${bare(version)}`,
    exact: version => version,
  },
  {
    ecosystem: 'pypi',
    manifest: /(?:^|\/)(?:[\w.-]*requirements[\w.-]*\.txt|requirements\/[\w.-]+\.txt)$/,
    locks: [],
    command: (name, version) => `pip-compile --upgrade-package ${name}==${bare(version)}`,
    exact: version => `==${version}`,
  },
  {
    ecosystem: 'pypi',
    manifest: /(?:^|\/)pyproject\.toml$/,
    locks: ['poetry.lock', 'uv.lock', 'pdm.lock'],
    command: (name, version) => `uv add ${name}==${bare(version)}`,
  },
  {
    ecosystem: 'pypi',
    manifest: /(?:^|\/)Pipfile$/,
    locks: ['Pipfile.lock'],
    command: (name, version) => `pipenv install ${name}==${bare(version)}`,
  },
  {
    ecosystem: 'cargo',
    manifest: /(?:^|\/)Cargo\.toml$/,
    locks: ['Cargo.lock'],
    command: (name, version) => `cargo update -p ${name} --precise ${bare(version)}`,
    exact: version => `=${version}`,
  },
  {
    ecosystem: 'go',
    manifest: /(?:^|\/)go\.mod$/,
    locks: ['go.sum'],
    command: (name, version) => `go get ${name}@${version}`,
  },
  {
    ecosystem: 'github-actions',
    manifest: /^\.github\/workflows\/[^/]+\.ya?ml$|(?:^|\/)action\.ya?ml$/,
    locks: [],
    command: byHand,
  },
  { ecosystem: 'docker', manifest: /(?:^|\/)[\w.-]*(?:Dockerfile|Containerfile)[\w.-]*$/, locks: [], command: byHand },
]

/** The kind that a file is of, as a manifest or as a lock file. */
export const kindOf = (ecosystem: string, file: string): PinKind | undefined =>
  KINDS.find(
    kind => kind.ecosystem === ecosystem && (kind.manifest.test(file) || kind.locks.includes(file.split('/').at(-1) ?? '')),
  )

/** The kinds whose manifests may let a new release in. */
export const loosely = (ecosystem: string): readonly PinKind[] =>
  KINDS.filter(kind => kind.ecosystem === ecosystem && kind.exact !== undefined)

/** Copies of others' manifests. */
export const isForeign = (path: string): boolean => /(?:^|\/)(?:node_modules|vendor|third_party|testdata|fixtures)\//.test(path)

/** The lock file that speaks for a manifest: in its folder, else in the nearest one above. */
export function lockOf({ locks }: PinKind, manifest: string, files: ReadonlyMap<string, unknown>): string | null {
  const folders = manifest.split('/').slice(0, -1)
  for (let depth = folders.length; depth >= 0; depth--) {
    const folder = folders.slice(0, depth).join('/')
    const found = locks.map(lock => (folder === '' ? lock : `${folder}/${lock}`)).find(path => files.has(path))
    if (found !== undefined) return found
  }
  return null
}

const bare = (version: string) => version.replace(/^[~^<>=!v\s]+/, '')

/**
 * Which files of a folder or archive are logs, and of which job. Knows the layout of GitHub's log archives, where
 * `3_unit (ubuntu).txt` is a whole job and `unit (ubuntu)/5_Run tests.txt` one of its steps:
 * https://docs.github.com/en/rest/actions/workflow-runs#download-workflow-run-logs
 */
export interface Layout {
  readonly logs: readonly LogPath[]
  /** Paths that are no logs, or whose lines stand in another file already. */
  readonly skipped: readonly string[]
}

export interface LogPath {
  readonly path: string
  /** As the file name tells it: cut, and without the characters that file names may not have. */
  readonly job: string | null
}

/** Sorts the paths (separated by `/`) into logs and others. `root` is the name of the folder itself. */
export function chooseLogs(paths: readonly string[], root = ''): Layout {
  const sorted = [...paths].sort(byNumber)
  const github = githubLayout(sorted, root)
  const logs = github ?? sorted.filter(isLogName).map(path => ({ path, job: null }))
  const chosen = new Set(logs.map(log => log.path))
  return { logs, skipped: sorted.filter(path => !chosen.has(path) && !(github && isGithubLog(path))) }
}

const NUMBERED = /^(?<number>\d+)_(?<name>.+)\.txt$/s
const FIRST_STEP = '1_Set up job.txt'

function githubLayout(paths: readonly string[], root: string): readonly LogPath[] | undefined {
  const prefix = commonFolder(paths)
  const below = paths.map(path => ({ path, parts: path.slice(prefix.length).split('/') }))
  const top = below.filter(({ parts }) => parts.length === 1 && NUMBERED.test(parts[0] ?? ''))
  const steps = below.filter(({ parts }) => parts.length === 2 && (NUMBERED.test(parts[1] ?? '') || parts[1] === 'system.txt'))
  if (top.some(({ parts }) => parts[0] === FIRST_STEP)) {
    const job = prefix.split('/').at(-2) ?? root
    return top.map(({ path }) => ({ path, job: job === '' ? null : job }))
  }
  const numbered = steps.filter(({ parts }) => parts[1] !== 'system.txt')
  if (top.length === 0 && !numbered.some(({ parts }) => parts[1] === FIRST_STEP)) return undefined
  if (top.length > 0 && top.length + steps.length < below.length / 2) return undefined
  const whole = top.map(({ path, parts }) => ({ path, job: NUMBERED.exec(parts[0] ?? '')?.groups?.['name'] ?? null }))
  const folders = new Set(steps.map(({ parts }) => parts[0] ?? ''))
  if (whole.length >= folders.size) return whole
  const told = new Set(whole.map(({ job }) => sameName(job ?? '')))
  return [
    ...whole,
    ...steps
      .filter(({ parts }) => !told.has(sameName(parts[0] ?? '')))
      .map(({ path, parts }) => ({ path, job: parts[0] ?? null })),
  ]
}

/** The folders that all paths share, but never the last one before steps. */
function commonFolder(paths: readonly string[]): string {
  let prefix = ''
  for (;;) {
    const next = paths[0]?.slice(prefix.length).split('/')
    const folder = next !== undefined && next.length > 1 ? `${prefix}${next[0]}/` : undefined
    if (folder === undefined || !paths.every(path => path.startsWith(folder))) return prefix
    prefix = folder
  }
}

const sameName = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 60)
const isGithubLog = (path: string) => /(?:^|\/)(?:\d+_[^/]+|system)\.txt$/s.test(path)

const LOG_EXTENSION = /\.(?:log|txt|out|err|stdout|stderr|output|console|raw|trace|build)s?(?:[.-]?\d{1,10})?(?:\.gz)?$/i
const NO_EXTENSION = /^[^.]+(?:\.\d{1,10})?(?:\.gz)?$/

/** Whether a file of this name may be a log: by its extension, or because it has none. */
export function isLogName(path: string): boolean {
  const parts = path.split('/')
  if (parts.some(part => part.startsWith('.') || part === 'node_modules' || part === '__MACOSX')) return false
  const name = parts.at(-1) ?? ''
  return LOG_EXTENSION.test(name) || NO_EXTENSION.test(name)
}

const collator = new Intl.Collator('en', { numeric: true })

/** Order of paths in which `2_a` stands before `10_a`; ties (case, accents) by code unit. */
export const byNumber = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)

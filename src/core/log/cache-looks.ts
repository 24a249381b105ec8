import type { CacheLooks } from '../model/log.ts'
import type { ReadLine } from './lines.ts'

/**
 * What a log tells about looking things up in caches, in the words of the tools. `hits` of `total`, or so many `misses`; where a pattern
 * names none of them, a line is one hit or one miss. What is told again replaces what was told: by its `key`, by `sum`, for figures that a
 * tool prints more than once, or by `nth`, where several wordings may tell the same look, each in its turn.
 */
interface Wording {
  readonly pattern: RegExp
  /** Said on the line before. */
  readonly before?: RegExp
  readonly is?: 'hit' | 'miss'
  readonly sum?: string
  readonly nth?: string
}

const WORDINGS: readonly Wording[] = [
  // https://github.com/actions/toolkit/tree/main/packages/cache, https://github.com/actions/cache; one look is told by both, one, or the other
  { pattern: /^Cache hit for(?: restore-key)?: \S/, is: 'hit', nth: 'github' },
  { pattern: /^Cache restored from key: \S/, is: 'hit', nth: 'github' },
  { pattern: /^Cache not found for (?:input )?keys: (?<key>\S.*)$/, is: 'miss' },
  // setup-node, setup-python, setup-java, setup-go
  { pattern: /^(?<key>[\w.-]+) cache is not found$/, is: 'miss' },
  // https://gitlab.com/gitlab-org/gitlab-runner, shells/abstract.go; that no URL is provided tells neither
  { pattern: /^Successfully extracted cache$/, is: 'hit' },
  { pattern: /^(?:WARNING: )?Failed to extract cache\b/, is: 'miss' },
  // https://circleci.com/docs/caching
  { pattern: /^Found a cache from build \d+ at /, is: 'hit' },
  { pattern: /^No cache is found for key: /, is: 'miss' },
  // Docker, the classic builder and BuildKit; steps that are not in the cache say nothing
  { pattern: /^ ---> Using cache$/, is: 'hit' },
  { pattern: /^#\d+ CACHED$/, is: 'hit' },
  // https://ccache.dev/manual/latest.html, 4 and before
  { pattern: /^\s*Hits:\s+(?<hits>\d+)\b/, before: /^\s*Cacheable calls:\s+(?<total>\d+) \//, sum: 'ccache' },
  { pattern: /^cache hit \((?<key>direct|preprocessed)\)\s+(?<hits>\d+)$/ },
  { pattern: /^cache miss\s+(?<misses>\d+)$/, sum: 'ccache' },
  // https://github.com/mozilla/sccache, src/server.rs
  { pattern: /^Cache hits\s+(?<hits>\d+)$/, sum: 'sccache hits' },
  { pattern: /^Cache misses\s+(?<misses>\d+)$/, sum: 'sccache misses' },
  // https://docs.gradle.org/current/userguide/build_cache.html
  { pattern: /^\d+ actionable tasks?: (?:(?<misses>\d+) executed, )?(?<hits>\d+) from cache\b/ },
  // https://bazel.build/remote/cache-remote
  { pattern: /^INFO: \d+ process(?:es)?: .{0,200}?(?<hits>\d{1,9}) (?:remote|disk) cache hit\b/ },
  // https://nx.dev/features/cache-task-results
  { pattern: /^\s*Nx read the output from the cache instead of running the command for (?<hits>\d+) out of (?<total>\d+) tasks/ },
  // https://turborepo.com/docs/crafting-your-repository/caching
  { pattern: /^\s*Cached:\s+(?<hits>\d+) cached, (?<total>[1-9]\d*) total$/ },
]

/** Stands in each of the lines. */
const HINT = /cache|Hits:/i

/** Null where nothing is told. */
export function cacheLooks(lines: readonly Pick<ReadLine, 'text' | 'echo'>[]): CacheLooks | null {
  const told = new Map<string, CacheLooks>()
  const turns = WORDINGS.map(() => 0)
  lines.forEach(({ text, echo }, at) => {
    if (echo || !HINT.test(text)) return
    for (const [id, wording] of WORDINGS.entries()) {
      const groups = groupsOf(wording, text, lines[at - 1]?.text ?? '')
      if (!groups) continue
      const turn = (turns[id] ?? 0) + 1
      turns[id] = turn
      const same = wording.nth ? `${wording.nth} ${turn}` : `${id} ${groups['key'] ?? wording.sum ?? turn}`
      told.set(same, looksOf(wording, groups))
      return
    }
  })
  if (told.size === 0) return null
  return [...told.values()].reduce((a, b) => ({ hits: sum(a.hits, b.hits), misses: sum(a.misses, b.misses) }))
}

type Groups = Readonly<Record<string, string | undefined>>

function groupsOf({ pattern, before }: Wording, text: string, last: string): Groups | null {
  const own = pattern.exec(text)
  const earlier = own && before ? before.exec(last) : null
  return own && (earlier || !before) ? { ...earlier?.groups, ...own.groups } : null
}

function looksOf({ is }: Wording, { hits, misses, total }: Groups): CacheLooks {
  if (is) return is === 'hit' ? { hits: 1, misses: null } : { hits: null, misses: 1 }
  return {
    hits: number(hits),
    misses: number(misses) ?? (total === undefined ? null : Math.max(0, Number(total) - Number(hits))),
  }
}

const number = (text: string | undefined) => (text === undefined ? null : Number(text))
const sum = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : a + b)

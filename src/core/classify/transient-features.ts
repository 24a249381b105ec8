import type { Ranked } from '../locate/rank.ts'
import type { CaseFile } from '../model/case-file.ts'
import { LOG_CATEGORIES } from './category-features.ts'

const WORDS: readonly RegExp[] = [
  /tim(?:ed?|ing)[ -]?out|deadline exceeded|exceeded the maximum/i,
  /connection (?:reset|refused|closed|aborted)|ECONNRE|EAI_AGAIN|could not resolve|temporary failure|network is unreachable|TLS handshake/i,
  /\b(?:429|500|502|503|504)\b|rate limit|toomanyrequests|service unavailable|bad gateway/i,
  /flak[ey]|intermittent|retr(?:y|ied|ying)|attempt \d/i,
  /out of memory|oom|heap space|no space left|killed|cannot allocate/i,
  /lost communication|shutdown signal|preempt|spot instance|terminated/i,
  /expected|assert|syntax|undefined|cannot find|not found|mismatch/i,
  /download|fetch|clone|install|resolve/i,
  /race|concurren|thread|async|wait|lock/i,
]

/** Values a case: see {@link transientFeatures}. */
export const TRANSIENT_WIDTH = 8 + WORDS.length + LOG_CATEGORIES.length
const NEAR = 15

/** What tells whether a plain re-run passes: the rules' own estimates, the categories' probabilities, telling words. */
export function transientFeatures(file: CaseFile, ranked: readonly Ranked[], categories: Float32Array): Float32Array {
  const row = new Float32Array(TRANSIENT_WIDTH)
  const matches = ranked.flatMap(({ candidate, rank }) => (candidate.kind === 'match' ? [{ match: candidate.match, rank }] : []))
  const causes = matches.filter(({ match }) => match.role === 'cause')
  const best = matches[0]
  const topRank = ranked[0]?.rank ?? 0
  const weights = causes.map(({ rank }) => Math.exp(rank - topRank))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const failed = new Set(ranked.flatMap(({ candidate }) => (candidate.kind === 'test' ? [candidate.test.name] : []))).size
  row[0] = best?.match.transient ?? -1
  row[1] = causes[0]?.match.transient ?? -1
  row[2] = all > 0 ? causes.reduce((sum, { match }, i) => sum + match.transient * (weights[i] as number), 0) / all : -1
  row[3] = Math.max(-1, ...causes.slice(0, 6).map(({ match }) => match.transient))
  row[4] = Math.log2(1 + failed)
  row[5] = ranked[0]?.candidate.kind === 'lines' ? 1 : 0
  row[6] = Math.max(0, ...file.reports.concat(file.logs.flatMap(log => log.tests)).map(report => Math.log2(1 + report.passed)))
  row[7] = topRank
  const text = file.logs
    .flatMap(log => log.lines)
    .filter(line => !line.echo)
    .sort((a, b) => b.score - a.score)
    .slice(0, NEAR)
  WORDS.forEach((word, i) => {
    row[8 + i] = text.reduce((sum, line) => sum + (word.test(line.text) ? line.score : 0), 0)
  })
  row.set(categories, 8 + WORDS.length)
  return row
}

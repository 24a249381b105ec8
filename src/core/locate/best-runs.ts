import type { ExcerptLine, LogExtract } from '../model/case-file.ts'

const MAX_RUNS = 3
/** What a CI says of its own doings; no failure is told there. */
const PLUMBING =
  /^(?:##\[(?:start-action|end-action|group|endgroup|section|command|debug)|Post job cleanup|Cleaning up orphan|shell: .*\{0\}$|env:$)/
/** A line of `git diff --stat`. */
const DIFF_STAT = /^\s*\S.*\s\|\s+\d+ [+-]+$/

const isPlumbing = (text: string) => PLUMBING.test(text) || DIFF_STAT.test(text)

/** The best-scored lines and their equals around them; verdicts that a rule knows only repeat that something failed. */
export function bestRuns(log: LogExtract): (readonly [number, number])[] {
  const runs: [number, number][] = []
  const verdicts = new Set(log.matches.filter(match => match.role === 'symptom').map(match => match.at))
  const tells = ({ n, text }: ExcerptLine) => !isPlumbing(text) && !verdicts.has(n)
  const tops = log.lines.filter(line => line.text.trim() !== '' && tells(line)).sort((a, b) => b.score - a.score || b.n - a.n)
  for (const top of tops.slice(0, 30)) {
    if (runs.length >= MAX_RUNS) break
    if (runs.some(([start, end]) => top.n >= start - 2 && top.n <= end + 2)) continue
    const index = log.lines.indexOf(top)
    let start = index
    let end = index
    const goesOn = (from: number, to: number) => {
      const [a, b] = [log.lines[from], log.lines[to]]
      return a && b && Math.abs(a.n - b.n) === 1 && b.score >= top.score * 0.5 && tells(b)
    }
    while (index - start < 20 && goesOn(start, start - 1)) start--
    while (end - index < 20 && goesOn(end, end + 1)) end++
    runs.push([log.lines[start]?.n ?? top.n, log.lines[end]?.n ?? top.n])
  }
  const last = lastWords(log)
  return last && !runs.some(([start, end]) => start <= last[0] && end >= last[1]) ? [...runs, last] : runs
}

const MAX_WORDS = 8

/** The last lines that were printed together before the CI says that the command failed. */
function lastWords({ lines, matches }: LogExtract): readonly [number, number] | undefined {
  const verdict = matches.find(match => match.role === 'symptom')?.at
  if (verdict === undefined) return undefined
  const isSaid = ({ text }: ExcerptLine) => text.trim() !== '' && !/^##\[/.test(text) && !isPlumbing(text)
  const at = lines.findLastIndex(line => line.n < verdict && line.n > verdict - 6 && isSaid(line))
  const end = lines[at]?.n
  if (end === undefined) return undefined
  let start = end
  for (let i = at - 1; lines[i]?.n === start - 1 && end - start < MAX_WORDS - 1 && isSaid(lines[i] as ExcerptLine); i--) start--
  return [start, end]
}

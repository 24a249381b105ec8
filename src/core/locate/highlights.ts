import type { CaseFile, ExcerptLine, LogExtract } from '../model/case-file.ts'
import type { Highlight } from '../model/diagnosis.ts'
import { chooseCount, chooseCountOfNovel } from './choose.ts'

const MOST_WEIGHED = 1500

/** The few lines a person should read: those whose union is expected to agree best with what a person would mark, best run first. */
export const chooseHighlights = (file: CaseFile): Highlight[] =>
  file.logs.flatMap(log => runsOf(chosenLines(log)).map(run => highlightOf(log, run))).sort((a, b) => b.score - a.score)

/** In the order of the log. */
export function chosenLines(log: LogExtract): ExcerptLine[] {
  const novel = log.lines.filter(line => line.novel)
  const weighed = [...(novel.length > 0 ? novel : log.lines)].sort((a, b) => b.score - a.score).slice(0, MOST_WEIGHED)
  const scores = weighed.map(line => line.score)
  const count = novel.length > 0 ? chooseCountOfNovel(scores) : chooseCount(scores)
  return weighed.slice(0, count).sort((a, b) => a.n - b.n)
}

function runsOf(lines: readonly ExcerptLine[]): ExcerptLine[][] {
  const runs: ExcerptLine[][] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (last?.at(-1)?.n === line.n - 1) last.push(line)
    else runs.push([line])
  }
  return runs
}

const highlightOf = (log: LogExtract, run: readonly ExcerptLine[]): Highlight => ({
  job: log.job,
  lines: [run[0]?.n ?? 1, run.at(-1)?.n ?? 1],
  score: Math.max(...run.map(line => line.score)),
  text: run.map(line => line.text),
})

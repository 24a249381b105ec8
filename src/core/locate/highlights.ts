import type { CaseFile, ExcerptLine, LogExtract } from '../model/case-file.ts'
import type { Failure, Highlight } from '../model/diagnosis.ts'

const THRESHOLD = 0.5

/** The few lines a person should read: runs of lines that score high, best first. */
export function chooseHighlights(file: CaseFile, _failures: readonly Failure[]): Highlight[] {
  return file.logs
    .flatMap(log => runs(log).map(run => toHighlight(log, run)))
    .sort((a, b) => b.score - a.score)
    .slice(0, 12)
}

function runs(log: LogExtract): ExcerptLine[][] {
  const found: ExcerptLine[][] = []
  for (const line of log.lines) {
    if (line.score < THRESHOLD) continue
    const last = found.at(-1)
    if (last?.at(-1)?.n === line.n - 1) last.push(line)
    else found.push([line])
  }
  return found
}

const toHighlight = (log: LogExtract, run: readonly ExcerptLine[]): Highlight => ({
  job: log.job,
  lines: [run[0]?.n ?? 1, run.at(-1)?.n ?? 1],
  score: Math.max(...run.map(line => line.score)),
  text: run.map(line => line.text),
})

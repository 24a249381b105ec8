import type { CaseFile, ExcerptLine, LogExtract } from '../model/case-file.ts'
import type { Failure, Highlight } from '../model/diagnosis.ts'
import { chooseCount, chooseCountCompared } from './choose.ts'
import { jobAt } from './places.ts'

const MOST_WEIGHED = 1500

/** The few lines a person should read: those whose union is expected to agree best with what a person would mark, best run first. */
export const chooseHighlights = (file: CaseFile, root: Failure | undefined): Highlight[] =>
  file.logs.flatMap(log => runsOf(chosenLines(log, root)).map(run => highlightOf(log, run))).sort((a, b) => b.score - a.score)

/** In the order of the log, with the line that the root is told by, and with what stands between two of them where that is little. */
function chosenLines(log: LogExtract, root: Failure | undefined): ExcerptLine[] {
  const weighed = [...log.lines].sort((a, b) => b.score - a.score).slice(0, MOST_WEIGHED)
  const scores = weighed.map(line => line.score)
  const count = log.compared ? chooseCountCompared(scores) : chooseCount(scores)
  const chosen = new Set([...weighed.slice(0, count), ...tellingLine(log, root)])
  return bridged(log.lines, chosen)
}

function tellingLine({ lines }: LogExtract, root: Failure | undefined): ExcerptLine[] {
  const [start, end] = root?.lines ?? [0, -1]
  const message = root?.message.split('\n', 1)[0]
  const told = lines.find(({ n, text }) => n >= start && n <= end && text === message)
  return told ? [told] : []
}

const BRIDGE = 2

function bridged(lines: readonly ExcerptLine[], chosen: ReadonlySet<ExcerptLine>): ExcerptLine[] {
  const all = new Set(chosen)
  let last = -1
  lines.forEach((line, i) => {
    if (!chosen.has(line)) return
    const isNear = last >= 0 && i - last <= BRIDGE + 1 && line.n - (lines[last] as ExcerptLine).n <= BRIDGE + 1
    if (isNear) for (const between of lines.slice(last + 1, i)) all.add(between)
    last = i
  })
  return lines.filter(line => all.has(line))
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
  job: jobAt(log, run[0]?.n ?? 1),
  lines: [run[0]?.n ?? 1, run.at(-1)?.n ?? 1],
  score: Math.max(...run.map(line => line.score)),
  text: run.map(line => line.text),
})

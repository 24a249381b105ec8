import { scoreLines, type LineModel } from '../locate/score-lines.ts'
import { createMatcher, matchLines, type Matcher } from '../match/match.ts'
import type { ExcerptLine, LogExtract, Match } from '../model/case-file.ts'
import type { Rule } from '../model/rule.ts'
import type { TestFramework, TestReport } from '../model/test-report.ts'
import { createAutomaton, type Automaton } from './automaton.ts'
import type { Baseline } from './baseline.ts'
import { createKeeper } from './keep.ts'
import { chooseLines } from './excerpt.ts'
import { readLines } from './lines.ts'
import { runnerFacts } from './runner-facts.ts'
import { buildSections } from './sections.ts'

export { createBaselineReader, type Baseline } from './baseline.ts'

/** What sherpa knows before it has read a line, made ready once. */
export interface Knowledge {
  readonly matcher: Matcher
  readonly frameworks: readonly TestFramework[]
  readonly lineModel: LineModel
  /** Finds in bytes what makes a block of a huge log worth keeping. */
  readonly scanner: { readonly automaton: Automaton; readonly weights: Float64Array }
}

export function createKnowledge(parts: { rules: readonly Rule[]; frameworks: readonly TestFramework[]; lineModel: LineModel }): Knowledge {
  return { matcher: createMatcher(parts.rules), frameworks: parts.frameworks, lineModel: parts.lineModel, scanner: createScanner(parts.rules) }
}

/** Reads one log, a chunk of bytes at a time, and tells what matters of it. Memory does not grow with the log. */
export interface LogReader {
  push(chunk: Uint8Array): void
  end(): LogExtract
}

export interface LogReaderOptions {
  readonly name: string
  readonly job: string | null
  readonly knowledge: Knowledge
  readonly baseline?: Baseline | undefined
}

export function createLogReader({ name, job, knowledge, baseline }: LogReaderOptions): LogReader {
  const keeper = createKeeper(knowledge.scanner)
  return {
    push: keeper.push,
    end() {
      const kept = keeper.end()
      const { format, lines } = readLines(kept.blocks)
      const sections = buildSections(lines)
      const matches = matchLines(lines, knowledge.matcher)
      const tests = readTests(lines, knowledge.frameworks)
      const scored = scoreLines({ lines, sections, matches, tests, baseline, total: kept.lines }, knowledge.lineModel)
      return {
        name,
        job,
        format,
        size: { lines: kept.lines, bytes: kept.bytes },
        runner: runnerFacts(lines),
        sections,
        matches,
        tests,
        lines: chooseLines(scored, matches, tests),
        compared: baseline !== undefined,
      }
    },
  }
}

function readTests(lines: readonly ExcerptLine[] | ReturnType<typeof readLines>['lines'], frameworks: readonly TestFramework[]): TestReport[] {
  const owners = frameworks.flatMap((framework, i) => framework.needles.map(needle => ({ needle, i })))
  const automaton = createAutomaton(owners.map(owner => owner.needle))
  const present = new Set(lines.flatMap(line => (line.echo ? [] : automaton.find(line.text).map(hit => owners[hit]?.i))))
  return frameworks.flatMap((framework, i) => {
    const report = present.has(i) ? framework.parse(lines) : null
    return report ? [report] : []
  })
}

const WORTH: Record<Match['role'], number> = { cause: 8, summary: 3, symptom: 1 }
const PREFIX = 8

/** Which beginnings of literals to look for in bytes: short, so that thousands of rules share few states. */
function createScanner(rules: readonly Rule[]): Knowledge['scanner'] {
  const worth = new Map<string, number>()
  for (const rule of rules) {
    for (const needle of rule.needles) {
      const key = needle.toLowerCase().slice(0, PREFIX)
      worth.set(key, Math.max(worth.get(key) ?? 0, WORTH[rule.role ?? 'cause']))
    }
  }
  return { automaton: createAutomaton([...worth.keys()]), weights: Float64Array.from(worth.values()) }
}

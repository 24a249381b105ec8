import type { Models } from '../learned/models.ts'
import { learnedModels } from '../learned/weights.ts'
import { scoreLines } from '../locate/score-lines.ts'
import { needlesOf } from '../match/known-needles.ts'
import { type Matcher, matcherWith, matchLines } from '../match/match.ts'
import { tellingTexts } from '../match/telling-texts.ts'
import type { LogExtract } from '../model/case-file.ts'
import type { Rule } from '../model/rule.ts'
import type { TestFramework } from '../model/test-report.ts'
import { answersOf, type Clues } from '../pointers/clues.ts'
import { type Baseline, newLinesOf } from './baseline.ts'
import { cacheLooks } from './cache-looks.ts'
import { readDrifts } from './drifts.ts'
import { chooseLines } from './excerpt.ts'
import { createKeeper, type KeepOptions, type Kept } from './keep.ts'
import { readLines } from './lines.ts'
import { runnerFacts } from './runner-facts.ts'
import { buildStructure } from './sections.ts'

/** What sherpa knows before it has read a line, made ready once. */
export interface Knowledge {
  readonly matcher: Matcher
  /** In the order of the matcher's others. */
  readonly frameworks: readonly TestFramework[]
  readonly models: () => Models
  /** What makes a part of a large log worth keeping. */
  readonly scanner: KeepOptions
}

/** `models` default to the learned ones, which are unpacked when first asked for. */
export function createKnowledge(parts: {
  rules: readonly Rule[]
  frameworks: readonly TestFramework[]
  models?: () => Models
}): Knowledge {
  return {
    matcher: matcherWith(parts.rules, needlesOf(parts.rules, parts.frameworks)),
    frameworks: parts.frameworks,
    models: parts.models ?? learnedModels,
    scanner: { telling: () => tellingTexts(parts.rules) },
  }
}

/** Reads one log, a chunk of bytes at a time, and tells what matters of it. Memory does not grow with the log. */
export interface LogReader {
  push(chunk: Uint8Array): void
  /** `clues` is what the log is further asked about; `baseline` is what green logs print, where that is known only now. */
  end(clues?: Clues, baseline?: Baseline): LogExtract
  /** What is remembered of a log that nobody has to explain: quicker. */
  endGreen(): LogSummary
}

/** What a log tells about its job. */
export type LogSummary = Pick<LogExtract, 'size' | 'runner' | 'verdict' | 'matches' | 'tests' | 'caches'>

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
    endGreen() {
      const kept = keeper.end()
      return summaryOf(kept, examine(kept, knowledge))
    },
    end(clues, late = baseline) {
      const kept = keeper.end()
      const examined = examine(kept, knowledge)
      const { format, lines, sections, matches, tests } = examined
      const drifts = late ? readDrifts(name, lines, late) : []
      const scored = scoreLines({ ...examined, baseline: late }, knowledge.models())
      return {
        name,
        job,
        format,
        ...summaryOf(kept, examined),
        sections,
        lines: chooseLines(scored, matches, tests),
        ...answersOf(lines, clues, drifts),
        ...(drifts.length > 0 ? { drifts } : {}),
        compared: late !== undefined,
        ...(late && kept.isWhole ? newLinesOf(scored) : {}),
      }
    },
  }
}

/** Of a log that was thinned out nobody knows how often it says something. */
function summaryOf(kept: Kept, { lines, verdict, matches, tests }: ReturnType<typeof examine>): LogSummary {
  const caches = kept.isWhole ? cacheLooks(lines) : null
  return {
    size: { lines: kept.lines, bytes: kept.bytes },
    runner: runnerFacts(lines),
    ...(verdict ? { verdict } : {}),
    matches,
    tests,
    ...(caches ? { caches } : {}),
  }
}

/** Kept bytes → lines, and what formats, rules and test frameworks make of them. */
export function examine(kept: Kept, { matcher, frameworks }: Pick<Knowledge, 'matcher' | 'frameworks'>) {
  const { format, lines } = readLines(kept.blocks)
  const { matches, occurs } = matchLines(lines, matcher)
  return {
    format,
    lines,
    ...buildStructure(lines),
    matches,
    tests: frameworks.flatMap((framework, i) => (occurs[i] ? (framework.parse(lines) ?? []) : [])),
    total: kept.lines,
  }
}

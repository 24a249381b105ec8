import type { Models } from '../learned/models.ts'
import { learnedModels } from '../learned/weights.ts'
import { scoreLines } from '../locate/score-lines.ts'
import { createMatcher, type Matcher, matchLines } from '../match/match.ts'
import type { LogExtract, Match } from '../model/case-file.ts'
import type { LogLine } from '../model/log.ts'
import type { Rule } from '../model/rule.ts'
import type { TestFramework, TestReport } from '../model/test-report.ts'
import { type Automaton, createAutomaton } from './automaton.ts'
import type { Baseline } from './baseline.ts'
import { chooseLines } from './excerpt.ts'
import { createKeeper, type Kept } from './keep.ts'
import { readLines } from './lines.ts'
import { runnerFacts } from './runner-facts.ts'
import { buildStructure } from './sections.ts'

/** What sherpa knows before it has read a line, made ready once. */
export interface Knowledge {
  readonly matcher: Matcher
  readonly frameworks: readonly TestFramework[]
  readonly models: () => Models
  /** Finds in bytes what makes a block of a huge log worth keeping. */
  readonly scanner: { readonly automaton: Automaton; readonly weights: Float64Array }
}

/** `models` default to the learned ones, which are unpacked when first asked for. */
export function createKnowledge(parts: {
  rules: readonly Rule[]
  frameworks: readonly TestFramework[]
  models?: () => Models
}): Knowledge {
  return {
    matcher: createMatcher(parts.rules),
    frameworks: parts.frameworks,
    models: parts.models ?? learnedModels,
    scanner: createScanner(parts.rules),
  }
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
      const examined = examine(kept, knowledge)
      const { format, lines, sections, verdict, matches, tests } = examined
      const scored = scoreLines({ ...examined, baseline }, knowledge.models())
      return {
        name,
        job,
        format,
        size: { lines: kept.lines, bytes: kept.bytes },
        runner: runnerFacts(lines),
        sections,
        ...(verdict ? { verdict } : {}),
        matches,
        tests,
        lines: chooseLines(scored, matches, tests),
        compared: baseline !== undefined,
      }
    },
  }
}

/** Kept bytes → lines, and what formats, rules and test frameworks make of them. */
export function examine(kept: Kept, { matcher, frameworks }: Pick<Knowledge, 'matcher' | 'frameworks'>) {
  const { format, lines } = readLines(kept.blocks)
  return {
    format,
    lines,
    ...buildStructure(lines),
    matches: matchLines(lines, matcher),
    tests: readTests(lines, frameworks),
    total: kept.lines,
  }
}

function readTests(lines: readonly LogLine[], frameworks: readonly TestFramework[]): TestReport[] {
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

import type { LogFormat, RunnerFacts, Section, Verdict } from '../model/log.ts'
import { type ReadLine, readLines } from './lines.ts'
import { runnerFacts } from './runner-facts.ts'
import { buildStructure } from './sections.ts'

/** A log as it is read, in a form that is easy to compare by eye. */
export interface Reading {
  readonly format: LogFormat
  readonly verdict: Verdict | null
  readonly runner: RunnerFacts | null
  readonly lines: readonly ReadLine[]
  readonly sections: readonly Section[]
  /** `step 3-9 FAILED exit 1 1200ms Run npm test @unit`: kind, raw lines, what is known of it, name, job. */
  outline(...kinds: readonly ('step' | 'group' | 'command')[]): string[]
}

/** Reads the text of a log: an array of its lines, or bytes. */
export function reading(log: readonly string[] | Uint8Array): Reading {
  const bytes = log instanceof Uint8Array ? log : new TextEncoder().encode(log.join('\n'))
  const { format, lines } = readLines([{ firstLine: 1, bytes }])
  const { sections, verdict } = buildStructure(lines)
  return {
    format,
    verdict,
    runner: runnerFacts(lines),
    lines,
    sections,
    outline: (...kinds) =>
      sections
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ kind, name, job, lines: [start, end], durationMs, exitCode, failed }) =>
          [
            kind,
            `${start}-${end}`,
            failed && 'FAILED',
            exitCode !== undefined && `exit ${exitCode}`,
            durationMs !== undefined && `${durationMs}ms`,
            name,
            job !== null && `@${job}`,
          ]
            .filter(Boolean)
            .join(' '),
        ),
  }
}

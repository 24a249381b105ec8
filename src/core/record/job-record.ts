import { LONGEST_MS } from '../model/duration.ts'
import type { JobRecord, TestOutcome } from '../model/history.ts'
import type { Conclusion } from '../model/run.ts'
import { defined } from './defined.ts'

/** A job as a CI or a run document tells it; what is not known is undefined. Times are RFC 3339. */
interface ToldJob {
  readonly id?: number | undefined
  readonly name: string
  readonly conclusion?: Conclusion | undefined
  readonly startedAt?: string | undefined
  readonly completedAt?: string | undefined
  readonly queuedMs?: number | undefined
  readonly runner?: Partial<Record<'image' | 'version' | 'os', string | undefined>> | undefined
  readonly steps?: readonly ToldStep[] | undefined
  readonly tests?: readonly ToldTest[] | undefined
}

interface ToldStep {
  readonly name: string
  readonly conclusion?: Conclusion | undefined
  readonly durationMs?: number | undefined
}

interface ToldTest {
  readonly name: string
  readonly outcome: TestOutcome
  readonly durationMs?: number | undefined
  readonly message?: string | undefined
}

/** A job as it is remembered, without what its log says. A duration that cannot be is left out. */
export function jobRecord({ id, name, conclusion, startedAt, completedAt, queuedMs, runner, steps, tests }: ToldJob): JobRecord {
  const startedMs = epochMs(startedAt)
  const durationMs = possible(startedMs, epochMs(completedAt))
  return {
    name,
    ...defined({ id, conclusion, startedMs, durationMs, queuedMs }),
    ...(runner && { runner: defined(runner) }),
    ...(steps && { steps: steps.map(({ name, ...step }) => ({ name, ...stepFacts(step) })) }),
    ...(tests && {
      tests: tests.map(({ name, outcome, durationMs, message }) => ({ name, outcome, ...defined({ durationMs, message }) })),
    }),
  }
}

const stepFacts = ({ conclusion, durationMs }: Omit<ToldStep, 'name'>) => defined({ conclusion, durationMs })

function possible(startedMs: number | undefined, completedMs: number | undefined): number | undefined {
  if (startedMs === undefined || completedMs === undefined) return undefined
  const tookMs = Math.max(0, completedMs - startedMs)
  return tookMs <= LONGEST_MS ? tookMs : undefined
}

/** RFC 3339 as milliseconds since the epoch. */
export const epochMs = (time: string | undefined): number | undefined => (time === undefined ? undefined : Date.parse(time))

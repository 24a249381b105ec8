import { sectionAt } from '../log/sections.ts'
import type { LogExtract } from '../model/case-file.ts'
import type { Section } from '../model/log.ts'
import type { Conclusion, Job, Step } from '../model/run.ts'

/** The job that a line belongs to: of a log that holds several, the one that its sections name. */
export function jobAt({ job, sections }: LogExtract, line: number): string | null {
  const names = new Set(sections.map(section => section.job))
  names.delete(null)
  const told = (sectionAt(sections, line, 'step') ?? sectionAt(sections, line, 'command'))?.job ?? null
  if (names.size > 1) return told ?? job
  return job ?? told
}

/** A line of a log. */
export interface Place {
  readonly log: LogExtract
  readonly line: number
}

/** Where a line belongs to that only echoes a failure: to the step that failed, though it may stand in the clean-up after it. */
export function atFailedStep(log: LogExtract, line: number): Place {
  const failed = onlyOne(log.sections.filter(({ kind, failed }) => kind === 'step' && failed))
  return { log, line: failed?.lines[0] ?? line }
}

/**
 * The step that a line belongs to, by the name that the CI's API gives it where that is certain; else by the name in the log, or the
 * command where the log has no steps.
 */
export function stepAt({ log, line }: Place, job: Job | undefined): string | null {
  const { sections } = log
  const section = sectionAt(sections, line, 'step')
  const steps = job?.steps ?? []
  const failedSteps = steps.filter(isFailed)
  if (!section) {
    const only = sections.length === 0 ? onlyOne(failedSteps) : undefined
    return only?.name ?? sectionAt(sections, line, 'command')?.name ?? null
  }
  if (steps.some(step => step.name === section.name)) return section.name
  return (section.failed && failedName(sections, section, failedSteps)) || section.name
}

/** Failed sections and failed steps come in the same order, so they belong together where there are as many of both. */
function failedName(sections: readonly Section[], section: Section, steps: readonly Step[]): string | undefined {
  const failed = sections.filter(one => one.kind === 'step' && one.failed)
  if (steps.length === failed.length) return steps[failed.indexOf(section)]?.name
  return onlyOne(steps)?.name
}

const FAILED: ReadonlySet<Conclusion | undefined> = new Set<Conclusion>(['failure', 'timed_out', 'cancelled'])

/** Whether the CI says that a step or job did not end well. */
export const isFailed = ({ conclusion }: { readonly conclusion?: Conclusion }): boolean => FAILED.has(conclusion)

const onlyOne = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined)

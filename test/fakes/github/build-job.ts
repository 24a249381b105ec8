/** The job builder: lays steps out one after the other in time and derives the job's result from them. */
import { DAWN, shift } from './time.ts'
import type { AnnotationData, Conclusion, JobData, JobInput, StepData, StepInput } from './world.ts'

let jobs = 50_000

/**
 * A finished job on a hosted runner. Without `steps` it has three ("Set up job", "Run npm test",
 * "Complete job"), the second of which ends as the job does. A step's default result is "success".
 */
export function aJob(input: JobInput = {}): JobData {
  const id = input.id ?? ++jobs
  const startedAt = input.startedAt ?? shift(DAWN, 5)
  const status = input.status ?? 'completed'
  const ended = status === 'completed'
  const steps = layOut(input.steps ?? usualSteps(input), startedAt)
  const conclusion = input.conclusion ?? (ended ? resultOf(steps) : null)
  const last = steps.at(-1)?.completedAt ?? shift(startedAt, 1)
  return {
    name: `job ${id}`,
    createdAt: startedAt,
    completedAt: ended ? last : null,
    log: null,
    logGone: false,
    labels: ['ubuntu-latest'],
    runnerName: conclusion === 'skipped' || status === 'queued' ? null : 'GitHub Actions 7',
    needs: [],
    archiveName: null,
    carriedOver: false,
    ...input,
    id,
    startedAt,
    status,
    conclusion,
    steps,
    annotations: (input.annotations ?? []).map(anAnnotation),
  }
}

function usualSteps(job: JobInput): StepInput[] {
  if (job.conclusion === 'skipped' || (job.status !== undefined && job.status !== 'completed')) return []
  return [
    { name: 'Set up job' },
    { name: 'Run npm test', conclusion: job.conclusion === undefined ? 'success' : stepResult(job.conclusion) },
    { name: 'Complete job' },
  ]
}

/** A step cannot time out by itself: the job's limit cancels it. */
function stepResult(conclusion: Conclusion | null): Conclusion {
  return conclusion === 'timed_out' ? 'cancelled' : (conclusion ?? 'success')
}

function layOut(steps: readonly StepInput[], startedAt: string): StepData[] {
  let clock = startedAt
  return steps.map(({ seconds = 10, ...step }, index) => {
    const status = step.status ?? 'completed'
    const conclusion = step.conclusion ?? (status === 'completed' ? 'success' : null)
    const began = step.startedAt ?? clock
    const ended = shift(began, conclusion === 'skipped' ? 0 : seconds)
    clock = step.completedAt ?? ended
    return {
      number: index + 1,
      startedAt: status === 'queued' ? null : began,
      completedAt: status === 'completed' ? ended : null,
      log: null,
      ...step,
      status,
      conclusion,
    }
  })
}

function resultOf(steps: readonly StepData[]): Conclusion {
  const found = new Set(steps.map(step => step.conclusion))
  if (found.has('failure')) return 'failure'
  return found.has('cancelled') ? 'cancelled' : 'success'
}

function anAnnotation(input: Partial<AnnotationData> & { message: string }): AnnotationData {
  const startLine = input.startLine ?? 1
  return { path: '.github', startLine, endLine: startLine, level: 'failure', title: null, rawDetails: null, ...input }
}

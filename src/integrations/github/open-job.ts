import type { CiJob } from '../../core/ports/ci.ts'
import { openLog } from './logs.ts'
import { type ApiJob, toAnnotation, toJob } from './map-run.ts'
import { asTrouble } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'

/** A job with all that can further be asked about it. */
export const toCiJob = (session: Session, job: ApiJob): CiJob => ({
  job: toJob(job),
  log: () => openLog(session, job),
  annotations: () => fetchAnnotations(session, job),
})

async function fetchAnnotations(session: Session, job: ApiJob): ReturnType<CiJob['annotations']> {
  const id = Number(/\d+$/.exec(job.check_run_url)?.[0] ?? job.id)
  const subject = { what: 'annotations', text: `annotations of job ${job.id}`, permission: 'checks: read' } as const
  try {
    const { paginate, rest } = session.client
    const list = await paginate(rest.checks.listAnnotations, { ...where(session), check_run_id: id, per_page: 100 })
    return { value: list.map(toAnnotation) }
  } catch (error) {
    return { trouble: asTrouble(error, questionOf(session, `check-runs/${id}/annotations`, subject)) }
  }
}

import type { Answer } from '../../core/ports/answer.ts'
import type { LogArchive } from '../../core/ports/ci.ts'
import { download } from './download.ts'
import type { ApiJob, ApiRun } from './map-run.ts'
import { asSherpaError, asTrouble, type Question } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'

/** Streams a job's log; https://docs.github.com/rest/actions/workflow-jobs#download-job-logs-for-a-workflow-run */
export function openLog(session: Session, job: ApiJob): AsyncIterable<Uint8Array> {
  const { actions } = session.client.rest
  const subject = { what: 'log', text: `log of job ${job.id} (${job.name})`, permission: 'actions: read' } as const
  const question = questionOf(session, `actions/jobs/${job.id}/logs`, subject)
  const request = () => actions.downloadJobLogsForWorkflowRun({ ...where(session), job_id: job.id, request: BY_HAND })
  return download({ ...session, question, locate: () => followRedirect(question, request) })
}

/** Fetches and unpacks the archive of all logs of an attempt. */
export async function openArchive(session: Session, run: ApiRun): Promise<Answer<LogArchive>> {
  if (!session.readArchive)
    return { trouble: { code: 'archive-unsupported', kind: 'world', message: 'log archives cannot be read here' } }
  const { actions } = session.client.rest
  const attempt = run.run_attempt ?? 1
  const subject = { what: 'archive', text: `log archive of run ${run.id}`, permission: 'actions: read' } as const
  const question = questionOf(session, `actions/runs/${run.id}/attempts/${attempt}/logs`, subject)
  const parameters = { ...where(session), run_id: run.id, attempt_number: attempt, request: BY_HAND }
  const locate = () => followRedirect(question, () => actions.downloadWorkflowRunAttemptLogs(parameters))
  try {
    return { value: await session.readArchive(download({ ...session, question, locate })) }
  } catch (error) {
    return { trouble: asTrouble(error, question) }
  }
}

/** The address that GitHub sends us to must be fetched without the token, so Octokit must not go there. */
const BY_HAND = { redirect: 'manual' } as const

interface Redirect {
  readonly status: number
  readonly url: string
  readonly headers: { readonly location?: string | undefined }
}

async function followRedirect(question: Question, request: () => Promise<Redirect>): Promise<string> {
  try {
    const { status, url, headers } = await request()
    const address = headers.location === undefined ? null : new URL(headers.location, url)
    if (address && /^https?:$/.test(address.protocol)) return address.href
    throw Object.assign(new Error('no redirect'), { response: { status, headers } })
  } catch (error) {
    throw asSherpaError(error, question)
  }
}

import type { Answer } from '../../core/ports/answer.ts'
import type { WorkflowFile, WorkflowFiles } from '../../core/ports/runs.ts'
import { asTrouble, type Question } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'

/** The files that declare runs. https://docs.github.com/rest/repos/contents#get-repository-content */
export const readWorkflowFiles = (sessionOf: (repository: string) => Promise<Session>): WorkflowFiles => ({
  workflowFile: async (repository, run) => workflowFile(await sessionOf(repository), run),
})

async function workflowFile(session: Session, run: number): Promise<Answer<WorkflowFile>> {
  const text = `run ${run} of ${session.owner}/${session.repo}`
  let question: Question = questionOf(session, `actions/runs/${run}`, { what: 'run', text, permission: 'actions: read' })
  try {
    const { rest } = session.client
    const { data } = await rest.actions.getWorkflowRun({ ...where(session), run_id: run })
    // Of a workflow that is called, the path ends in the ref that it was called at.
    const path = data.path.split('@')[0] ?? data.path
    const subject = { what: 'changes', text: `file ${path} at ${data.head_sha}`, permission: 'contents: read' } as const
    question = questionOf(session, `contents/${path}`, subject)
    const { data: content } = await rest.repos.getContent({ ...where(session), path, ref: data.head_sha })
    if (!('content' in content) || content.type !== 'file') return { trouble: notAFile(path) }
    return { value: { path, text: Buffer.from(content.content, 'base64').toString('utf8') } }
  } catch (error) {
    return { trouble: asTrouble(error, question) }
  }
}

const notAFile = (path: string) => ({ code: 'ci-not-found', kind: 'world', message: `${path} is not a file` }) as const

import type { Answer } from '../../core/ports/answer.ts'
import type { Changes } from '../../core/ports/ci.ts'
import { type ApiFile, type ApiRun, type PullRequest, toChange } from './map-run.ts'
import { asTrouble } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'

/** GitHub lists no more files at once: https://docs.github.com/rest/commits/commits#compare-two-commits */
const MOST_FILES = 300

/** The files of the commit; under a pull request those between its base and its head. */
export async function fetchChanges(session: Session, run: ApiRun, pullRequest: PullRequest | null): Promise<Answer<Changes>> {
  try {
    const { data: commit } = await session.client.rest.repos.getCommit({ ...where(session), ref: run.head_sha })
    const parents = commit.parents.map(parent => parent.sha)
    const { value, trouble } = pullRequest
      ? await compare(session, `${pullRequest.baseSha}...${run.head_sha}`)
      : { value: commit.files ?? [] }
    const files = value ?? commit.files ?? []
    return {
      value: { parents, changes: files.map(toChange), truncated: files.length >= MOST_FILES, ...(trouble && { trouble }) },
    }
  } catch (error) {
    const subject = { what: 'changes', text: `commit ${run.head_sha}`, permission: 'contents: read' } as const
    return { trouble: asTrouble(error, questionOf(session, `commits/${run.head_sha}`, subject)) }
  }
}

async function compare(session: Session, basehead: string): Promise<Answer<readonly ApiFile[]>> {
  try {
    const { data } = await session.client.rest.repos.compareCommitsWithBasehead({ ...where(session), basehead, per_page: 1 })
    return { value: data.files ?? [] }
  } catch (error) {
    const subject = { what: 'changes', text: `comparison ${basehead}`, permission: 'contents: read' } as const
    return { trouble: asTrouble(error, questionOf(session, `compare/${basehead}`, subject)) }
  }
}

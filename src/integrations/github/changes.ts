import type { Answer, Changes } from '../../core/ports.ts'
import { type ApiRun, type PullRequest, toChange } from './map-run.ts'
import { asTrouble } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'

/** GitHub lists no more files at once: https://docs.github.com/rest/commits/commits#compare-two-commits */
const MOST_FILES = 300

/** The files of the commit; under a pull request those between its base and its head. */
export async function fetchChanges(session: Session, run: ApiRun, pullRequest: PullRequest | null): Promise<Answer<Changes>> {
  const range = pullRequest ? `${pullRequest.baseSha}...${run.head_sha}` : null
  const { repos } = session.client.rest
  try {
    const commit = await repos.getCommit({ ...where(session), ref: run.head_sha })
    const compared = range && (await repos.compareCommitsWithBasehead({ ...where(session), basehead: range, per_page: 1 }))
    const files = (compared ? compared.data.files : commit.data.files) ?? []
    const parents = commit.data.parents.map(parent => parent.sha)
    return { value: { parents, changes: files.map(toChange), truncated: files.length >= MOST_FILES } }
  } catch (error) {
    const text = range ? `comparison ${range}` : `commit ${run.head_sha}`
    const path = range ? `compare/${range}` : `commits/${run.head_sha}`
    return { trouble: asTrouble(error, questionOf(session, path, { what: 'changes', text, permission: 'contents: read' })) }
  }
}

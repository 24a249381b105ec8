import type { Trouble } from '../../core/model/trouble.ts'
import type { Answer } from '../../core/ports/answer.ts'
import type { Snapshot } from '../../core/ports/pull-requests.ts'
import { asTrouble, describe } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'

/** A branch's newest commit; null where there is no such branch. https://docs.github.com/rest/git/refs#get-a-reference */
export async function tipOf(session: Session, branch: string): Promise<Answer<string | null>> {
  const question = questionFor(session, `git/ref/heads/${branch}`, `branch ${branch}`)
  try {
    const { data } = await session.client.rest.git.getRef({ ...where(session), ref: `heads/${branch}` })
    return { value: data.object.sha }
  } catch (error) {
    // The repository itself was read before, so that this is about the branch.
    if (describe(error, question).status === 404) return { value: null }
    return { trouble: asTrouble(error, question) }
  }
}

/** A commit with all its files. https://docs.github.com/rest/git/trees#get-a-tree */
export async function snapshotOf(session: Session, sha: string): Promise<Answer<Snapshot>> {
  const { git } = session.client.rest
  try {
    const { data: commit } = await git.getCommit({ ...where(session), commit_sha: sha })
    const { data } = await git.getTree({ ...where(session), tree_sha: commit.tree.sha, recursive: '1' })
    if (data.truncated) return { trouble: tooLarge(sha) }
    const files = data.tree
      .filter(({ type }) => type !== 'tree')
      .map(({ path, mode, sha: blob }) => [path, { mode, blob }] as const)
    const parents = commit.parents.map(parent => parent.sha)
    return { value: { commit: commit.sha, tree: commit.tree.sha, parents, message: commit.message, files: new Map(files) } }
  } catch (error) {
    return { trouble: asTrouble(error, questionFor(session, `git/commits/${sha}`, `commit ${sha}`)) }
  }
}

/** Larger files are not edited. */
const MOST_BYTES = 5_000_000

/** The text of a blob. https://docs.github.com/rest/git/blobs#get-a-blob */
export async function readText(session: Session, blob: string): Promise<Answer<string>> {
  try {
    const { data } = await session.client.rest.git.getBlob({ ...where(session), file_sha: blob })
    if ((data.size ?? 0) > MOST_BYTES) return { trouble: noText(blob) }
    return { value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(data.content, 'base64')) }
  } catch (error) {
    if (error instanceof TypeError) return { trouble: noText(blob) }
    return { trouble: asTrouble(error, questionFor(session, `git/blobs/${blob}`, `file ${blob}`)) }
  }
}

/** https://docs.github.com/rest/commits/commits#compare-two-commits */
export async function isPartOf(session: Session, commit: string, whole: string): Promise<Answer<boolean>> {
  const basehead = `${commit}...${whole}`
  try {
    const { data } = await session.client.rest.repos.compareCommitsWithBasehead({ ...where(session), basehead, per_page: 1 })
    return { value: data.status === 'ahead' || data.status === 'identical' }
  } catch (error) {
    return { trouble: asTrouble(error, questionFor(session, `compare/${basehead}`, `comparison ${basehead}`)) }
  }
}

const questionFor = (session: Session, path: string, text: string) =>
  questionOf(session, path, {
    what: 'changes',
    text: `${text} of ${session.owner}/${session.repo}`,
    permission: 'contents: read',
  })

const tooLarge = (commit: string): Trouble => ({
  code: 'repository-too-large',
  kind: 'world',
  message: `GitHub does not list all files of ${commit}: they are too many`,
  hint: 'change it by hand',
})

const noText = (blob: string): Trouble => ({
  code: 'not-text',
  kind: 'world',
  message: `file ${blob} is no text, or too long a one`,
})

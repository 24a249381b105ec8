import type { RestEndpointMethodTypes } from '@octokit/rest'
import type { Trouble } from '../../core/model/trouble.ts'
import type { Deed } from '../../core/ports/answer.ts'
import { type Draft, OWN_BRANCHES, type PullRequest, type PullRequestControl } from '../../core/ports/pull-requests.ts'
import { commitStanding } from './commit-standing.ts'
import { isPartOf, readText, snapshotOf, tipOf } from './git-objects.ts'
import { asTrouble } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'
import { write } from './write.ts'

type ApiPull = RestEndpointMethodTypes['pulls']['list']['response']['data'][number]
type NewEntry = NonNullable<RestEndpointMethodTypes['git']['createTree']['parameters']['tree']>[number]

/** A thousand open pull requests are looked through. */
const MOST_PAGES = 10

/** Pull requests, and the commits that they are made of. https://docs.github.com/rest/pulls/pulls, https://docs.github.com/rest/git */
export function controlPullRequests(
  sessionOf: (repository: string) => Promise<Session>,
  redact: (text: string) => string,
): PullRequestControl {
  return {
    tip: async (repository, branch) => tipOf(await sessionOf(repository), branch),
    snapshot: async (repository, commit) => snapshotOf(await sessionOf(repository), commit),
    text: async (repository, blob) => readText(await sessionOf(repository), blob),
    isPartOf: async (repository, commit, whole) => isPartOf(await sessionOf(repository), commit, whole),
    checks: async (repository, commit) => commitStanding(() => sessionOf(repository)).checks(commit),
    async find(repository, wanted) {
      const session = await sessionOf(repository)
      try {
        return { value: (await ofBranch(session, wanted.branch)) ?? (await openWith(session, wanted.marker)) }
      } catch (error) {
        const subject = {
          what: 'pull-request',
          text: `pull requests of ${repository}`,
          permission: 'pull-requests: read',
        } as const
        return { trouble: asTrouble(error, questionOf(session, 'pulls', subject)) }
      }
    },
    async open(repository, draft) {
      const { title, message, body, branch } = draft
      const opened = await open(await sessionOf(repository), {
        ...draft,
        title: redact(title),
        message: redact(message),
        body: redact(body),
      })
      return opened.trouble && opened.mayHaveHappened ? { ...opened, trouble: withBranch(opened.trouble, branch) } : opened
    },
    withdraw: async (repository, pull) => withdraw(await sessionOf(repository), pull),
  }
}

/** Of several, the newest. */
async function ofBranch(session: Session, branch: string): Promise<PullRequest | null> {
  const { data } = await session.client.rest.pulls.list({
    ...where(session),
    state: 'all',
    head: `${session.owner}:${branch}`,
    per_page: 20,
  })
  const found = data.find(pull => isOfRepository(pull) && pull.head.ref === branch)
  return found ? toPullRequest(found) : null
}

async function openWith(session: Session, marker: string): Promise<PullRequest | null> {
  const { paginate, rest } = session.client
  let pages = 0
  for await (const { data } of paginate.iterator(rest.pulls.list, { ...where(session), state: 'open', per_page: 100 })) {
    const found = data.find(pull => isOurs(pull) && pull.body?.startsWith(marker))
    if (found) return toPullRequest(found)
    if (++pages === MOST_PAGES) break
  }
  return null
}

/** Whoever can make a branch in the repository may write to it; a stranger's text would be a way to keep us quiet. */
const isOurs = (pull: ApiPull) => isOfRepository(pull) && pull.head.ref.startsWith(OWN_BRANCHES)

/** Where the repository of the code is gone, it was not this one. */
const isOfRepository = ({ head, base }: ApiPull) => (head.repo as ApiPull['head']['repo'] | null)?.id === base.repo.id

/**
 * Only the branch and the pull request can be seen by anybody: what fails before them has changed nothing. A branch of that name is our
 * own, as its name is that of the action: somebody else of us was cut off.
 */
async function open(session: Session, draft: Draft): Promise<Deed<PullRequest>> {
  const made = await makeBranch(session, draft)
  if (made.trouble) return made
  const { branch, into, title, body } = draft
  const aim = {
    method: 'POST',
    path: 'pulls',
    subject: subjectOf(`pull request from ${branch}`, 'pull-requests: write'),
  } as const
  const opened = await write(session, aim, async () => {
    const { data } = await session.client.rest.pulls.create({ ...where(session), head: branch, base: into, title, body })
    return toPullRequest(data)
  })
  if (!opened.trouble || opened.mayHaveHappened) return opened
  const cleared = await deleteBranch(session, branch)
  return { ...opened, mayHaveHappened: cleared.trouble !== undefined }
}

async function makeBranch(session: Session, { branch, onto, edits, message }: Draft): Promise<Deed<null>> {
  const { git } = session.client.rest
  const there = await tipOf(session, branch)
  if (there.trouble) return { ...there, mayHaveHappened: false }
  if (there.value !== null) return { value: null }
  const step = <T>(path: string, request: () => Promise<T>) =>
    write(session, { method: 'POST', path, subject: subjectOf(`branch ${branch}`, 'contents: write') }, request)
  const tree = await step('git/trees', async () => {
    const entries = edits.map(toEntry)
    return (await git.createTree({ ...where(session), base_tree: onto.tree, tree: entries })).data.sha
  })
  if (tree.trouble) return { ...tree, mayHaveHappened: false }
  const commit = await step('git/commits', async () => {
    const { data } = await git.createCommit({ ...where(session), message, tree: tree.value, parents: [onto.commit] })
    return data.sha
  })
  if (commit.trouble) return { ...commit, mayHaveHappened: false }
  return step('git/refs', async () => {
    await git.createRef({ ...where(session), ref: `refs/heads/${branch}`, sha: commit.value })
    return null
  })
}

function toEntry(edit: Draft['edits'][number]): NewEntry {
  const { path } = edit
  if ('gone' in edit) return { path, mode: '100644', type: 'blob', sha: null }
  if ('text' in edit) return { path, mode: edit.mode as NonNullable<NewEntry['mode']>, type: 'blob', content: edit.text }
  const { mode, blob } = edit.entry
  return { path, mode: mode as NonNullable<NewEntry['mode']>, type: mode === '160000' ? 'commit' : 'blob', sha: blob }
}

async function withdraw(session: Session, { number, state, branch, commit }: PullRequest): Promise<Deed<null>> {
  const tip = await tipOf(session, branch)
  if (tip.trouble) return { ...tip, mayHaveHappened: false }
  if (tip.value !== null && tip.value !== commit) return { trouble: pushedTo(branch), mayHaveHappened: false }
  if (state === 'open') {
    const subject = subjectOf(`pull request ${number}`, 'pull-requests: write')
    const closed = await write(session, { method: 'PATCH', path: `pulls/${number}`, subject }, async () => {
      await session.client.rest.pulls.update({ ...where(session), pull_number: number, state: 'closed' })
      return null
    })
    if (closed.trouble) return closed
  }
  if (tip.value === null) return { value: null }
  const deleted = await deleteBranch(session, branch)
  return deleted.trouble && state === 'open' ? { ...deleted, mayHaveHappened: true } : deleted
}

const deleteBranch = (session: Session, branch: string): Promise<Deed<null>> =>
  write(
    session,
    { method: 'DELETE', path: `git/refs/heads/${branch}`, subject: subjectOf(`branch ${branch}`, 'contents: write') },
    async () => {
      await session.client.rest.git.deleteRef({ ...where(session), ref: `heads/${branch}` })
      return null
    },
  )

const subjectOf = (text: string, permission: string) => ({ what: 'pull-request', text, permission }) as const

/** What was left behind has to be found by somebody. */
const withBranch = (trouble: Trouble, branch: string): Trouble => ({
  ...trouble,
  message: `${trouble.message}; the branch ${branch} may be there`,
})

const pushedTo = (branch: string) =>
  ({
    code: 'branch-changed',
    kind: 'world',
    message: `somebody pushed to ${branch}`,
    hint: 'close the pull request by hand',
  }) as const

const toPullRequest = ({ number, state, merged_at, head, base, html_url }: ApiPull | ApiNewPull): PullRequest => ({
  number,
  state: merged_at ? 'merged' : state === 'open' ? 'open' : 'closed',
  branch: head.ref,
  into: base.ref,
  commit: head.sha,
  url: html_url,
})

type ApiNewPull = RestEndpointMethodTypes['pulls']['create']['response']['data']

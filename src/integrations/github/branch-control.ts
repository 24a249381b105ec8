import type { Answer, Deed } from '../../core/ports/answer.ts'
import type { BranchControl } from '../../core/ports/branches.ts'
import { asTrouble, describe } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'
import { write } from './write.ts'

const HEADS = 'refs/heads/'

/** Branches as references. https://docs.github.com/rest/git/refs */
export function controlBranches(sessionOf: (repository: string) => Promise<Session>): BranchControl {
  return {
    async branches(repository, beginning) {
      const session = await sessionOf(repository)
      try {
        const { data } = await session.client.rest.git.listMatchingRefs({ ...where(session), ref: `heads/${beginning}` })
        return { value: data.map(({ ref, object }) => ({ name: ref.slice(HEADS.length), commit: object.sha })) }
      } catch (error) {
        const path = `git/matching-refs/heads/${beginning}`
        return { trouble: asTrouble(error, questionOf(session, path, subjectOf(`branches of ${repository}`, 'read'))) }
      }
    },
    async create(repository, { name, commit }) {
      const session = await sessionOf(repository)
      const subject = subjectOf(`branch ${name} at ${commit}`, 'write')
      const created = await write<null>(session, { method: 'POST', path: 'git/refs', subject }, async () => {
        await session.client.rest.git.createRef({ ...where(session), ref: `${HEADS}${name}`, sha: commit })
        return null
      })
      return created.trouble ? explained(created) : created
    },
    async remove(repository, name) {
      const session = await sessionOf(repository)
      const path = `git/refs/heads/${name}`
      const removed = await write<null>(
        session,
        { method: 'DELETE', path, subject: subjectOf(`branch ${name}`, 'write') },
        async () => {
          await session.client.rest.git.deleteRef({ ...where(session), ref: `heads/${name}` })
          return null
        },
      )
      const isGone = removed.trouble?.code === 'ci-invalid' && /does not exist/i.test(removed.trouble.message)
      return isGone ? { value: null } : removed
    },
    isOwn: async (repository, commit, newer) => isOwn(await sessionOf(repository), commit, newer),
  }
}

function explained(created: Deed<null> & { readonly trouble: object }): Deed<null> {
  const { trouble } = created
  if (trouble.code === 'ci-invalid' && /already exists/i.test(trouble.message))
    return { ...created, trouble: { ...trouble, code: 'branch-exists' } }
  if (trouble.code === 'ci-forbidden' && trouble.hint !== undefined)
    return {
      ...created,
      trouble: { ...trouble, hint: `${trouble.hint}; workflows: write, too, where the commit changes workflows` },
    }
  return created
}

/**
 * GitHub keeps the commits of forks with those of the repository, and gives them to whoever asks: that it knows one proves nothing. Only
 * somebody who may write can put one on a branch.
 */
async function isOwn(session: Session, commit: string, newer: string): Promise<Answer<boolean>> {
  const { repos } = session.client.rest
  const isIn = async (whole: string) => {
    const basehead = `${whole}...${commit}`
    const { data } = await repos.compareCommitsWithBasehead({ ...where(session), basehead, per_page: 1 })
    return data.status === 'behind' || data.status === 'identical'
  }
  const ends = async (one: string) => {
    const { data } = await repos.listBranchesForHeadCommit({ ...where(session), commit_sha: one })
    return data.length > 0
  }
  const question = questionOf(session, `commits/${commit}`, subjectOf(`commit ${commit}`, 'read'))
  try {
    if (await ends(commit)) return { value: true }
    const { data } = await repos.get(where(session))
    if (await isIn(data.default_branch)) return { value: true }
    return { value: commit !== newer && (await isIn(newer)) && (await ends(newer)) }
  } catch (error) {
    const { status } = describe(error, question)
    const isUnknown = status === 404 || status === 422
    return { trouble: isUnknown ? notPushed(session, commit) : asTrouble(error, question) }
  }
}

const notPushed = ({ host, owner, repo }: Session, commit: string) =>
  ({
    code: 'commit-not-pushed',
    kind: 'usage',
    message: `${host} has no commit ${commit.slice(0, 12)} in ${owner}/${repo}: it was not pushed, or the token has no access to it`,
    hint: 'push it as a branch, and check that the token may read the repository (contents: read)',
  }) as const

const subjectOf = (text: string, right: 'read' | 'write') =>
  ({ what: 'changes', text, permission: `contents: ${right}` }) as const

import type { Run } from '../../core/model/run.ts'
import type { Answer } from '../../core/ports/answer.ts'
import type { Trunk } from '../../core/ports/commits.ts'
import { commitStanding } from './commit-standing.ts'
import { asTrouble } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'

export interface Trunks {
  /** The parent is asked for only of what was pushed to the default branch. */
  trunkOf(repository: string, run: Run | null): Promise<Answer<Trunk>>
}

/** https://docs.github.com/rest/repos/repos#get-a-repository */
export const readTrunks = (sessionOf: (repository: string) => Promise<Session>): Trunks => ({
  async trunkOf(repository, run) {
    const session = await sessionOf(repository)
    try {
      const { data } = await session.client.rest.repos.get(where(session))
      const branch = data.default_branch
      const commit = run?.event === 'push' && run.branch === branch ? run.parents?.[0] : undefined
      if (commit === undefined) return { value: { branch, parent: null } }
      const checks = await commitStanding(async () => session).checks(commit)
      return { value: { branch, parent: checks.trouble ? null : { commit, checks: checks.value } } }
    } catch (error) {
      const subject = { what: 'history', text: repository, permission: 'metadata: read' } as const
      return { trouble: asTrouble(error, questionOf(session, '', subject)) }
    }
  },
})

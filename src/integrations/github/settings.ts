import type { Answer } from '../../core/ports/answer.ts'
import type { RepositorySettings } from '../../core/ports/settings.ts'
import { asTrouble } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'

/** What the owners of a repository set. */
export const readSettings = (sessionOf: () => Promise<Session>): RepositorySettings => ({
  variable: async name => fetchVariable(await sessionOf(), name),
})

/** https://docs.github.com/rest/actions/variables#get-a-repository-variable */
async function fetchVariable(session: Session, name: string): Promise<Answer<string | null>> {
  const text = `variable ${name} of ${session.owner}/${session.repo}`
  const subject = { what: 'variable', text, permission: 'variables: read' } as const
  try {
    const { data } = await session.client.rest.actions.getRepoVariable({ ...where(session), name })
    return { value: data.value }
  } catch (error) {
    if (isNotSet(error)) return { value: null }
    return { trouble: asTrouble(error, questionOf(session, `actions/variables/${name}`, subject)) }
  }
}

const isNotSet = (error: unknown) => error instanceof Error && 'status' in error && error.status === 404

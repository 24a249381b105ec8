import type { Answer } from '../../core/ports/answer.ts'
import type { People, Permission } from '../../core/ports/people.ts'
import { asTrouble, type Question } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'

/** Whose token it is, and what people may do in a repository. */
export const askPeople = (sessionOf: () => Promise<Session>): People => ({
  whoAmI: async () => fetchLogin(await sessionOf()),
  permission: async login => fetchPermission(await sessionOf(), login),
})

/** Tokens of apps and workflows belong to nobody and are refused. https://docs.github.com/rest/users/users#get-the-authenticated-user */
async function fetchLogin({ client, host, authenticated }: Session): Promise<Answer<string>> {
  const subject = { what: 'person', text: 'person that the token belongs to', permission: 'a token of a person' } as const
  const question: Question = { request: 'GET /user', subject, host, authenticated }
  try {
    const { data } = await client.rest.users.getAuthenticated()
    return data.type === 'User' ? { value: data.login } : { trouble: notAPerson(data.login) }
  } catch (error) {
    return { trouble: asTrouble(error, question) }
  }
}

/** https://docs.github.com/rest/collaborators/collaborators#get-repository-permissions-for-a-user */
async function fetchPermission(session: Session, login: string): Promise<Answer<Permission>> {
  const text = `permission of ${login} in ${session.owner}/${session.repo}`
  const subject = { what: 'person', text, permission: 'metadata: read' } as const
  try {
    const { data } = await session.client.rest.repos.getCollaboratorPermissionLevel({ ...where(session), username: login })
    return { value: PERMISSIONS.find(known => known === data.permission) ?? 'none' }
  } catch (error) {
    return { trouble: asTrouble(error, questionOf(session, `collaborators/${login}/permission`, subject)) }
  }
}

/** GitHub tells roles between them as the next lower one. */
const PERMISSIONS: readonly Permission[] = ['admin', 'write', 'read', 'none']

const notAPerson = (login: string) =>
  ({
    code: 'not-a-person',
    kind: 'credentials',
    message: `the token belongs to ${login}, which is no person`,
    hint: 'approve with a token of your own',
  }) as const

/** Who asks, and what people may do: the authenticated user, and permissions of a repository. */
import { failed, ok } from '../server/answer.ts'
import { DAWN } from '../time.ts'
import { userView } from '../views/user.ts'
import type { RepositoryData } from '../world.ts'
import type { Routes } from './route.ts'

const OWNER = 'mona'

export const peopleRoutes: Routes = {
  'GET /user': ({ world, links }) => {
    const login = world.user === undefined ? OWNER : world.user
    if (login === null) return failed(403, 'Resource not accessible by integration')
    const counts = { public_repos: 1, public_gists: 0, followers: 0, following: 0 }
    const words = { name: null, company: null, blog: null, location: null, email: null, hireable: null, bio: null }
    return ok({ ...userView(login, links), ...counts, ...words, created_at: DAWN, updated_at: DAWN })
  },

  'GET /repos/{owner}/{repo}/collaborators/{username}/permission': ({ repo, params, links }) => {
    const login = params['username'] ?? ''
    const role = roleOf(login, repo)
    const user = { ...userView(login, links), role_name: role }
    return ok({ permission: LEGACY[role], role_name: role, user })
  },
}

type Role = NonNullable<RepositoryData['permissions']>[string]

function roleOf(login: string, { permissions = {}, private: isPrivate }: RepositoryData): Role {
  return permissions[login] ?? (login === OWNER ? 'admin' : isPrivate ? 'none' : 'read')
}

/** `permission` knows four levels only: "maintain" is told as "write", "triage" as "read". */
const LEGACY = { admin: 'admin', maintain: 'write', write: 'write', triage: 'read', read: 'read', none: 'none' } as const

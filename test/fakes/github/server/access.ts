/** Who may ask for what: bad tokens never, no token only for what is public. */
import type { RepositoryData } from '../world.ts'
import { type Answer, failed, notFound } from './answer.ts'
import type { Incoming } from './listen.ts'

export interface AccessContext {
  repo: RepositoryData | undefined
  token: string
}

/** The refusal GitHub gives before it looks at the request itself; undefined: go on. */
export function refuseAccess(request: Incoming, { repo, token }: AccessContext): Answer | undefined {
  if (request.headers['user-agent'] === undefined) {
    return failed(403, 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.')
  }
  const authorization = request.headers['authorization']
  if (authorization === undefined) return refuseAnonymous(request, repo)
  const given = /^(?:bearer|token) (?<token>.+)$/i.exec(authorization)?.groups?.['token']
  return given === token ? undefined : failed(401, 'Bad credentials')
}

function refuseAnonymous(request: Incoming, repo: RepositoryData | undefined): Answer | undefined {
  if (repo === undefined || repo.private) return notFound()
  if (request.method !== 'GET') return failed(401, 'Requires authentication')
  return request.path.endsWith('/logs') ? failed(403, 'Must have admin rights to Repository.') : undefined
}

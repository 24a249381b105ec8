import type { CacheControl } from '../../core/ports/caches.ts'
import { asTrouble } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'
import { write } from './write.ts'

/** Caches of GitHub Actions. https://docs.github.com/rest/actions/cache */
export function controlCaches(sessionOf: (repository: string) => Promise<Session>): CacheControl {
  return {
    async caches(repository, key) {
      const session = await sessionOf(repository)
      const { client } = session
      try {
        const found = await client.paginate(client.rest.actions.getActionsCacheList, { ...where(session), key, per_page: 100 })
        const caches = found.flatMap(cache =>
          cache.id !== undefined && cache.key === key ? [{ id: cache.id, key, ref: cache.ref ?? '' }] : [],
        )
        return { value: caches }
      } catch (error) {
        const subject = { what: 'cache', text: `caches ${key} of ${repository}`, permission: 'actions: read' } as const
        return { trouble: asTrouble(error, questionOf(session, 'actions/caches', subject)) }
      }
    },
    async remove(repository, id) {
      const session = await sessionOf(repository)
      const subject = { what: 'cache', text: `cache ${id} of ${repository}`, permission: 'actions: write' } as const
      return write(session, { method: 'DELETE', path: `actions/caches/${id}`, subject }, async () => {
        await session.client.rest.actions.deleteActionsCacheById({ ...where(session), cache_id: id })
        return null
      })
    },
  }
}

/** Caches of Actions: found by the beginning of their key, as on GitHub, and deleted. */
import { notFound } from '../server/answer.ts'
import { countedPageOf, type Routes } from './route.ts'

const CACHES = '/repos/{owner}/{repo}/actions/caches'

export const cacheRoutes: Routes = {
  [`GET ${CACHES}`]: call => {
    const key = call.query.get('key') ?? ''
    const found = call.repo.caches.filter(cache => cache.key.startsWith(key))
    return countedPageOf(call, 'actions_caches', found, cache => ({
      ...cache,
      version: 'a'.repeat(64),
      last_accessed_at: call.now,
      created_at: call.now,
      size_in_bytes: 1024,
    }))
  },
  [`DELETE ${CACHES}/{cache_id}`]: call => {
    const at = call.repo.caches.findIndex(({ id }) => id === Number(call.params['cache_id']))
    if (at === -1) return notFound()
    call.repo.caches.splice(at, 1)
    return { status: 204 }
  },
}

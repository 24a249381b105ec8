import { NOT_CONNECTED } from '../plan/not-connected.ts'
import type { Remedy } from '../plan/remedy.ts'
import { poisonedJobs } from '../rerun/poisoned-caches.ts'

/** Deletes a cache of GitHub Actions from which something damaged was restored; the next run fills it anew. */
export const remedy: Remedy = {
  id: 'clear-cache',
  title: ({ key }) => `delete the cache ${key}`,
  params: { key: { kind: 'text', longest: 512 } },
  risk: 'low',
  reversible: false,
  leavesRunRed: true,
  propose({ file, nowMs }) {
    const poisoned = poisonedJobs(file).flatMap(({ keys, ...one }) => keys.map(key => ({ key, ...one })))
    return [...new Map(poisoned.map(one => [one.key, one])).values()].map(({ key, job, title }) => ({
      params: { key },
      judged: { verdict: 'allow', reasons: [{ code: 'worth-it', text: 'A cache costs no more than to be filled again.' }] },
      because: `${title}; the cache ${key} was restored before`,
      costMinutes: 0,
      notBeforeMs: nowMs,
      job,
    }))
  },
  thing: ({ repository }, { key }) => `cache:${repository}:${key}`,
  async find({ target, params }, { caches }) {
    if (!caches) return NOT_CONNECTED
    const asked = await caches.caches(target.repository, String(params['key']))
    if (asked.trouble) return asked
    return { value: asked.value.length === 0 ? { kind: 'cache', id: 'none' } : null }
  },
  async act({ target, params }, { caches }) {
    if (!caches) return NOT_CONNECTED
    const asked = await caches.caches(target.repository, String(params['key']))
    if (asked.trouble) return { ...asked, mayHaveHappened: false }
    for (const [i, { id }] of asked.value.entries()) {
      const removed = await caches.remove(target.repository, id)
      if (removed.trouble) return { ...removed, mayHaveHappened: removed.mayHaveHappened || i > 0 }
    }
    return { value: { kind: 'cache', id: asked.value.map(({ id }) => id).join(',') } }
  },
  async verify({ target, params }, { id }, { caches }) {
    if (!caches) return NOT_CONNECTED
    const asked = await caches.caches(target.repository, String(params['key']))
    if (asked.trouble) return asked
    const isThere = asked.value.some(cache => id.split(',').includes(String(cache.id)))
    if (isThere) return { value: { state: 'not-healed', detail: `the cache ${params['key']} is still there` } }
    return { value: { state: 'healed', detail: `the cache ${params['key']} is gone, and is filled anew by the next run` } }
  },
}

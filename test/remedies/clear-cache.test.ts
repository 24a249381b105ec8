import { expect, it } from 'vitest'
import type { CaseFile } from '../../src/core/model/case-file.ts'
import type { Situation } from '../../src/core/plan/remedy.ts'
import { remedy } from '../../src/core/remedies/clear-cache.ts'
import { aWorld } from '../fakes/github/builders.ts'
import { start, subjectOf, writes } from './acting.ts'

function situation(rule: string, ...texts: string[]): Situation {
  const log = { job: 'test', matches: [{ rule, title: 'npm: a package does not match' }], lines: texts.map(text => ({ text })) }
  return { file: { logs: [log] } as unknown as CaseFile, nowMs: 1 } as Situation
}

it('is proposed for the cache that something damaged came from, once', () => {
  const line = 'Cache restored from key: npm-linux-1a2b'
  expect(remedy.propose(situation('npm/eintegrity', line, line))).toMatchObject([
    { params: { key: 'npm-linux-1a2b' }, job: 'test', judged: { verdict: 'allow' } },
  ])
  expect(remedy.propose(situation('npm/enoent', line))).toEqual([])
  expect(remedy.propose(situation('npm/eintegrity', 'Cache not found for input keys: npm'))).toEqual([])
})

const KEY = { key: 'npm-1' }
const caches = [
  { id: 5, key: 'npm-1', ref: 'refs/heads/main' },
  { id: 6, key: 'npm-1', ref: 'refs/pull/3/merge' },
  { id: 7, key: 'npm-12', ref: 'refs/heads/main' },
]

it('deletes the caches of exactly that key, and no more once they are gone', async () => {
  const { github, world } = await start(aWorld({ caches }))
  const subject = subjectOf(remedy, KEY)
  expect(await remedy.find(subject, world)).toEqual({ value: null })
  const effect = { kind: 'cache', id: '5,6' }
  expect((await remedy.verify(subject, effect, world)).value?.state).toBe('not-healed')
  expect(await remedy.act(subject, world)).toEqual({ value: effect })
  expect(github.repository().caches.map(({ id }) => id)).toEqual([7])
  expect((await remedy.verify(subject, effect, world)).value?.state).toBe('healed')
  github.repository().caches.push({ id: 8, key: 'npm-1', ref: 'refs/heads/main' })
  expect((await remedy.verify(subject, effect, world)).value?.state).toBe('healed')
  expect(writes(github)).toEqual(['DELETE /actions/caches/5', 'DELETE /actions/caches/6'])
})

it('that stops half-way may have happened', async () => {
  const { world } = await start(
    aWorld({ caches, faults: [{ match: 'caches/6', method: 'DELETE', fault: 'missing-permission', times: 1 }] }),
  )
  const done = await remedy.act(subjectOf(remedy, KEY), world)
  expect(done).toMatchObject({ mayHaveHappened: true, trouble: { code: 'ci-forbidden' } })
})

it('finds a cache that is gone already', async () => {
  const { world } = await start(aWorld({}))
  expect((await remedy.find(subjectOf(remedy, KEY), world)).value).toEqual({ kind: 'cache', id: 'none' })
})

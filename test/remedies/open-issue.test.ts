import { expect, it } from 'vitest'
import type { Effect } from '../../src/core/model/ledger.ts'
import type { Situation } from '../../src/core/plan/remedy.ts'
import { remedy } from '../../src/core/remedies/open-issue.ts'
import { anIssue, aWorld } from '../fakes/github/builders.ts'
import { start, subjectOf, writes } from './acting.ts'

function situation(runs: number[], { kind = 'github' } = {}): Situation {
  const failure = { fingerprint: 'v1:f', title: 'It broke\u001b[31m', job: 'test', lines: [1, 1], message: '', category: 'test' }
  const past = { runs: runs.map(run => ({ run, job: 'test', conclusion: 'failure', fingerprint: 'v1:f' })) }
  const diagnosis = { ...EMPTY, headline: 'It broke', failures: [failure] }
  return { diagnosis, file: { source: { kind }, run: { run: 777 }, past }, nowMs: 1 } as unknown as Situation
}
const EMPTY = {
  category: 'test',
  confidence: 0.9,
  transient: 0,
  explanation: '',
  nextSteps: [],
  highlights: [],
  tests: [],
  anomalies: [],
  causes: [],
  notes: [],
  excerpts: [],
  stats: {},
}

it('is proposed for a failure of a run of a CI that other runs had, too', () => {
  const [proposal] = remedy.propose(situation([1, 2, 2, 777]))
  expect(proposal).toMatchObject({ params: { fingerprint: 'v1:f' }, judged: { verdict: 'allow' }, job: 'test' })
  expect(proposal?.params['title']).not.toContain('\u001b')
  expect(proposal?.params['body']).toContain('It broke')
  expect(proposal?.params['body']).toContain('Seen in 2 other runs.')
  expect(remedy.propose(situation([1, 1, 777]))).toEqual([])
  expect(remedy.propose(situation([1, 2], { kind: 'file' }))).toEqual([])
})

it('hides secrets before it escapes what they stand in', () => {
  const given = situation([1, 2])
  const diagnosis = { ...given.diagnosis, headline: 'postgres://ann:hunter2_pw@db.example.test/x is away' }
  const [proposal] = remedy.propose({ ...given, diagnosis, hide: text => text.replaceAll('hunter2_pw', '[redacted]') })
  expect(proposal?.params['body']).not.toContain('hunter2')
})

it('tells many failures at once in one issue for them all, whatever failed in which run', async () => {
  const outage = '7 jobs failed at once: something larger is wrong.'
  const proposals = [777, 778].map(run => {
    const about = situation([])
    const url = `https://github.com/acme/app/actions/runs/${run}`
    const file = { ...about.file, run: { run, url } }
    return remedy.propose({ ...about, file, outage })
  })
  expect(proposals.map(({ length }) => length)).toEqual([1, 1])
  expect(proposals[0]).toMatchObject([{ params: { fingerprint: 'outage' }, judged: { verdict: 'allow' }, job: null }])
  const [first, second] = proposals.map(([proposal]) => proposal?.params ?? {})
  expect(remedy.propose({ ...situation([], { kind: 'run-document' }), outage })).toEqual([])

  const { github, world } = await start(aWorld({}))
  await remedy.act(subjectOf(remedy, first ?? {}, 'action:1'), world)
  await remedy.act(subjectOf(remedy, second ?? {}, 'action:2'), world)
  expect(github.repository().issues).toMatchObject([{ number: 1, title: 'Many failures at once', state: 'open' }])
  expect(github.repository().issues[0]?.body).toContain(`${outage}\n\nSeen in https://github.com/acme/app/actions/runs/778.`)
})

const PARAMS = { fingerprint: 'v1:f', title: 'It broke', body: 'The token hunter2 was refused.' }
const FIRST_LINES = '<!-- sherpa failure v1:f -->\n<!-- sherpa action:1 -->\n\n'

it('opens one issue, finds it again, and closes it when it is undone', async () => {
  const { github, world } = await start(aWorld({}))
  const subject = subjectOf(remedy, PARAMS)
  expect(await remedy.find(subject, world)).toEqual({ value: null })
  const effect: Effect = { kind: 'issue', id: '1', url: 'https://github.com/acme/app/issues/1' }
  expect(await remedy.act(subject, world)).toEqual({ value: effect })
  expect(github.repository().issues).toMatchObject([
    { title: 'It broke', body: `${FIRST_LINES}The token *** was refused.`, state: 'open' },
  ])
  expect(await remedy.find(subject, world)).toEqual({ value: effect })
  expect((await remedy.verify(subject, effect, world)).value?.state).toBe('healed')
  expect(await remedy.undo?.(subject, effect, world)).toEqual({ value: null })
  expect(github.repository().issues[0]?.state).toBe('closed')
  expect((await remedy.verify(subject, effect, world)).value?.state).toBe('not-healed')
})

it('refreshes the issue of the same failure, and puts the old text back when it is undone', async () => {
  const { github, world } = await start(aWorld({}))
  await remedy.act(subjectOf(remedy, PARAMS), world)
  const again = subjectOf(remedy, { ...PARAMS, body: 'Once more.' }, 'action:2')
  expect(await remedy.find(again, world)).toEqual({ value: null })
  const done = await remedy.act(again, world)
  expect(done.value).toMatchObject({ id: '1', before: `${FIRST_LINES}The token *** was refused.` })
  expect(github.repository().issues.map(({ body }) => body)).toEqual([
    '<!-- sherpa failure v1:f -->\n<!-- sherpa action:2 -->\n\nOnce more.',
  ])
  await remedy.undo?.(again, done.value as Effect, world)
  expect(github.repository().issues[0]?.body).toContain('action:1')
  expect(writes(github)).toEqual(['POST /issues', 'PATCH /issues/1', 'PATCH /issues/1'])
})

it.each([
  ['a stranger wrote it', { author: 'eve', association: 'NONE' as const }],
  ['it is closed', { state: 'closed' as const }],
  ['the marker stands in the middle, as a log may print it', { body: `x\n${FIRST_LINES}` }],
])('is not fooled by an issue with the marker where %s', async (_, more) => {
  const { github, world } = await start(aWorld({ issues: [anIssue({ number: 4, body: FIRST_LINES, ...more })] }))
  expect(await remedy.find(subjectOf(remedy, PARAMS), world)).toEqual({ value: null })
  await remedy.act(subjectOf(remedy, PARAMS), world)
  expect(writes(github)).toEqual(['POST /issues'])
})

it('whose answer got lost is found', async () => {
  const { world } = await start(aWorld({ faults: [{ match: 'issues', method: 'POST', fault: 'cut-answer', times: 1 }] }))
  const subject = subjectOf(remedy, PARAMS)
  expect(await remedy.act(subject, world)).toMatchObject({ mayHaveHappened: true })
  expect((await remedy.find(subject, world)).value).toMatchObject({ id: '1' })
})

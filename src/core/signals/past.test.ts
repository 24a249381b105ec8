import { describe, expect, it } from 'vitest'
import type { Finding, Scene, Signal } from '../causes/signal.ts'
import type { CaseFile } from '../model/case-file.ts'
import type { Past, PastRun } from '../model/past.ts'
import { failureOf } from '../report/diagnosis.fixture.ts'
import { signal as alsoElsewhere } from './also-elsewhere.ts'
import { signal as firstBadCommit } from './first-bad-commit.ts'
import { signal as runnerImage } from './runner-image.ts'
import { signal as timePattern } from './time-pattern.ts'

const failure = failureOf({ job: 'unit', fingerprint: 'v1:a' })

const scene = (past: Past, given: Partial<CaseFile> = {}): Scene => ({
  file: {
    schema: 'sherpa.case/1',
    source: { kind: 'github', name: 'x' },
    run: { base: 'main', branch: 'fix', pullRequest: 7, commit: 'c9', startedAt: '2026-01-05T03:10:00Z' },
    jobs: [{ name: 'unit', runner: { image: 'ubuntu-24.04', version: '2' } }],
    logs: [],
    reports: [],
    notes: [],
    past,
    ...given,
  },
  failures: [failure],
  transient: 0.1,
  dependencies: [],
  runners: [],
})

const passed = (given: Partial<PastRun> = {}): PastRun => ({ job: 'unit', conclusion: 'success', ...given })
const failed = (given: Partial<PastRun> = {}): PastRun => ({ job: 'unit', conclusion: 'failure', fingerprint: 'v1:a', ...given })
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index))
const suspects = (found: readonly Finding[]) =>
  found.map(({ suspect, weight }) => `${suspect.kind} ${suspect.subject} ${weight.toFixed(1)}`)

it.each<[string, Signal]>([
  ['also-elsewhere', alsoElsewhere],
  ['first-bad-commit', firstBadCommit],
  ['runner-image', runnerImage],
  ['time-pattern', timePattern],
])('%s says nothing without a past', (_, signal) => {
  expect(signal.find(scene({ runs: [] }))).toEqual([])
  const { past: __, ...file } = scene({ runs: [] }).file
  expect(signal.find({ ...scene({ runs: [] }), file })).toEqual([])
})

describe('the runner image', () => {
  const on = (version: string) => ({ runner: { image: 'ubuntu-24.04', version } })

  it('is blamed where the job fails on its new version and passes on the old one', () => {
    const runs = [...times(8, () => passed(on('1'))), ...times(4, () => failed(on('2')))]
    expect(suspects(runnerImage.find(scene({ runs })))).toEqual(['runner_image ubuntu-24.04@2 4.0'])
  })

  it('is not blamed where the job fails on both, or for another reason', () => {
    expect(runnerImage.find(scene({ runs: [...times(4, () => failed(on('1'))), ...times(4, () => failed(on('2')))] }))).toEqual(
      [],
    )
    const others = [
      ...times(8, () => passed(on('1'))),
      ...times(4, () => failed({ ...on('2'), fingerprint: 'v1:b' })),
      ...times(8, () => passed(on('2'))),
    ]
    expect(runnerImage.find(scene({ runs: others }))).toEqual([])
  })
})

describe('the same failure elsewhere', () => {
  it('on the base branch clears the change', () => {
    const runs = [failed({ branch: 'main', commit: 'c1', url: 'https://ci.example/1' })]
    const found = alsoElsewhere.find(
      scene({ runs }, { run: { base: 'main', branch: 'fix', commit: 'c9', changes: [{ file: 'a.ts' }] } }),
    )
    expect(suspects(found)).toEqual(['not_this_change elsewhere 3.0', 'change a.ts -2.0'])
    expect(found[0]?.url).toBe('https://ci.example/1')
  })

  it('counts pull requests of others, each once', () => {
    const runs = [failed({ pullRequest: 3 }), failed({ pullRequest: 3 }), failed({ pullRequest: 4 }), failed({ pullRequest: 7 })]
    const [found] = alsoElsewhere.find(scene({ runs }))
    expect(found?.text).toBe('the same failure hit pull requests #3, #4')
  })

  it('is another failure where the fingerprint is another, or none', () => {
    const { fingerprint: _, ...unknown } = failed({ branch: 'main' })
    expect(alsoElsewhere.find(scene({ runs: [failed({ branch: 'main', fingerprint: 'v1:b' }), unknown] }))).toEqual([])
  })
})

describe('the first bad commit', () => {
  const commits = ['c1', 'c2', 'c3', 'c4', 'c5']
  const at = (commit: string, minute: number) => ({ commit, startedAt: `2026-01-01T00:${String(minute).padStart(2, '0')}:00Z` })

  it('is proven by an older commit that passed after it had failed', () => {
    const runs = [passed(at('c1', 1)), failed(at('c3', 2)), passed(at('c2', 3)), failed(at('c4', 4)), failed(at('c5', 5))]
    expect(suspects(firstBadCommit.find(scene({ runs, commits })))).toEqual(['commit c3 4.0'])
  })

  it('is only likely where an outage would look the same', () => {
    const runs = [passed(at('c1', 1)), passed(at('c2', 2)), failed(at('c3', 3)), failed(at('c4', 4)), failed(at('c5', 5))]
    expect(suspects(firstBadCommit.find(scene({ runs, commits })))).toEqual(['commit c3 1.5'])
  })

  it.each([
    ['too few failures', [passed(at('c1', 1)), passed(at('c2', 2)), failed(at('c3', 3)), failed(at('c4', 4))]],
    ['too few passes', [passed(at('c1', 1)), failed(at('c3', 3)), failed(at('c4', 4)), failed(at('c5', 5))]],
    [
      'passes and failures by turns',
      [
        passed(at('c1', 1)),
        failed(at('c2', 2)),
        passed(at('c3', 3)),
        failed(at('c4', 4)),
        failed(at('c5', 5)),
        failed(at('c5', 6)),
      ],
    ],
  ])('is not told from %s', (_, runs) => {
    expect(firstBadCommit.find(scene({ runs, commits }))).toEqual([])
  })
})

describe('a time pattern', () => {
  it('is that the job fails at the hour of this run and at no other', () => {
    const runs = times(10, day => [
      failed({ startedAt: `2026-01-${10 + day}T03:20:00Z` }),
      passed({ startedAt: `2026-01-${10 + day}T11:00:00Z` }),
      passed({ startedAt: `2026-01-${10 + day}T15:00:00Z` }),
    ]).flat()
    expect(timePattern.find(scene({ runs })).map(({ suspect }) => suspect.subject)).toEqual(['between 03:00 and 03:59 UTC'])
  })

  it('is not what two failures make', () => {
    const runs = [
      failed({ startedAt: '2026-01-04T03:00:00Z' }),
      ...times(20, () => passed({ startedAt: '2026-01-04T12:00:00Z' })),
    ]
    expect(timePattern.find(scene({ runs }))).toEqual([])
  })
})

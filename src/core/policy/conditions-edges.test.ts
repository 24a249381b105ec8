import { describe, expect, test } from 'vitest'
import { completeFacts } from './complete-facts.ts'
import { CONDITIONS, hoursOf, listOf, thresholdMistake } from './conditions.ts'
import type { Threshold, TimeWindow } from './policy.ts'

test.each<[Threshold, number, boolean | null]>([
  [0.5, 0.5, true],
  [0.5, 0.49, false],
  ['>= 0.5', 0.5, true],
  ['>=0.5', 0.51, true],
  ['>= 0.5', 0.49, false],
  ['> 0.5', 0.51, true],
  ['> 0.5', 0.5, false],
  ['<= 0.5', 0.5, true],
  ['<= 0.5', 0.51, false],
  ['< 0.5', 0.49, true],
  ['< 0.5', 0.5, false],
  ['  >   0.25  ', 0.3, true],
  ['> 0', 0.1, true],
  ['<= 1', 1, true],
  ['< 1.00', 1, false],
  ['>= 0.125', 0.12, false],
])('%j of %d: %s', (wanted, confidence, expected) => {
  expect(CONDITIONS.confidence.holds(wanted, completeFacts({ failure: { confidence } }))).toBe(expected)
  if (typeof wanted === 'string') expect(thresholdMistake(wanted)).toBeUndefined()
})

test.each(['', '0.5', '= 0.5', '== 0.5', '=> 0.5', '> .5', '> 5', '> 0.', '> 1.5', '> 0.5x', 'x> 0.5', '>> 0.5', '> 1.', '> 01'])(
  '%j is no threshold',
  wanted => {
    expect(thresholdMistake(wanted)).toContain('is not a comparison')
    expect(CONDITIONS.confidence.holds(wanted, completeFacts({ failure: { confidence: 1 } }))).toBeNull()
  },
)

test.each<[string, number, number]>([
  ['09:00-17:30', 540, 1050],
  [' 22:15 - 06:00 ', 1335, 360],
  ['00:00-24:00', 0, 1440],
  ['19:59-23:01', 1199, 1381],
])('%j are the minutes %d to %d of a day', (text, from, to) => {
  expect(hoursOf(text)).toEqual({ from, to })
})

test.each([
  '',
  'always',
  '9:00-17:00',
  '09:00',
  '09:00-09:00',
  '24:00-06:00',
  '09:60-17:00',
  '09:00-25:00',
  '09:00-24:01',
  '09:00-17:00h',
  'x09:00-17:00',
  '09:0-17:00',
  '30:00-31:00',
  '09.00-17.00',
])('%j is no window', text => {
  expect(hoursOf(text)).toBeNull()
})

describe('a window', () => {
  const holds = (time: Omit<TimeWindow, 'zone'>, at: string) =>
    CONDITIONS.time.holds({ ...time, zone: 'UTC' }, { ...completeFacts({}), now: { at, weekday: 0, hour: 0 } })

  test('is not known at a time that is none', () => {
    expect(holds({ hours: '09:00-17:00' }, 'some day')).toBeNull()
    expect(holds({}, '2026-01-05T09:00:00Z')).toBe(true)
  })

  test('counts minutes', () => {
    expect(holds({ hours: '09:30-17:15' }, '2026-01-05T09:29:59Z')).toBe(false)
    expect(holds({ hours: '09:30-17:15' }, '2026-01-05T09:30:00Z')).toBe(true)
    expect(holds({ hours: '09:30-17:15' }, '2026-01-05T17:14:59Z')).toBe(true)
    expect(holds({ hours: '09:30-17:15' }, '2026-01-05T17:15:00Z')).toBe(false)
  })

  test('over midnight belongs to the day on which it begins', () => {
    // The fifth is a Monday.
    const night = { days: 'mon', hours: '22:30-06:00' } as const
    const at = (time: string) => holds(night, `2026-01-${time}:00Z`)
    expect(['05T22:29', '05T22:30', '06T05:59', '06T06:00', '06T23:00', '05T05:59'].map(at)).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
    ])
    expect(holds({ days: 'sat', hours: '22:00-06:00' }, '2026-01-04T01:00:00Z')).toBe(true)
  })

  test('is on the days of its list', () => {
    const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
    const on = days.map(day =>
      [4, 5, 6, 7, 8, 9, 10].filter(n => holds({ days: day }, `2026-01-${`${n}`.padStart(2, '0')}T12:00:00Z`)),
    )
    expect(on).toEqual([[4], [5], [6], [7], [8], [9], [10]])
    expect(holds({ days: ['sat', 'sun'], hours: '08:00-10:00' }, '2026-01-10T09:00:00Z')).toBe(true)
    expect(holds({ days: ['sat', 'sun'], hours: '08:00-10:00' }, '2026-01-10T11:00:00Z')).toBe(false)
    expect(holds({ days: ['sat', 'sun'], hours: '08:00-10:00' }, '2026-01-09T09:00:00Z')).toBe(false)
  })
})

describe('what has no pull request has neither base nor labels', () => {
  const base = (run: Parameters<typeof completeFacts>[0]['run']) => CONDITIONS.base.holds('main', completeFacts({ run }))
  const labels = (run: Parameters<typeof completeFacts>[0]['run']) => CONDITIONS.labels.holds('hold', completeFacts({ run }))

  test.each(['push', 'schedule', 'workflow_dispatch', 'repository_dispatch'])('%s', event => {
    expect([base({ event }), labels({ event })]).toEqual([false, false])
    // It belongs to one all the same.
    expect([base({ event, pullRequest: 4 }), labels({ event, pullRequest: 4 })]).toEqual([null, null])
    expect([base({ event, base: 'main' }), labels({ event, base: 'main' })]).toEqual([true, null])
  })

  test.each(['pull_request', 'pull_request_target', 'workflow_run', 'merge_group', 'release', null])(
    '%s: nobody knows',
    event => {
      expect([base({ event }), labels({ event })]).toEqual([null, null])
    },
  )

  test('labels that are known count, whatever the event', () => {
    expect(labels({ event: 'push', labels: ['other', 'HOLD'] })).toBe(true)
    expect(labels({ event: 'push', labels: [] })).toBe(false)
  })
})

describe('changed files', () => {
  const touches = (wanted: Parameters<typeof CONDITIONS.files.holds>[0], files: readonly string[]) =>
    CONDITIONS.files.holds(wanted, completeFacts({ run: { files } }))

  test('any and all', () => {
    expect(touches({ any: 'docs/**' }, ['src/a.ts', 'docs/a.md'])).toBe(true)
    expect(touches({ any: 'docs/**' }, [])).toBe(false)
    expect(touches({ any: 'docs/**', all: '**/*.md' }, ['docs/a.md', 'src/a.ts'])).toBe(false)
    expect(touches({ any: 'docs/**', all: '**/*.md' }, ['a.md'])).toBe(false)
    expect(touches({ all: '**/*.md' }, [])).toBe(false)
    expect(touches({}, [])).toBe(true)
  })
})

test('workflow, job and branch have case; repository, actor, environment and labels have none', () => {
  const facts = completeFacts({
    environments: ['PROD'],
    failure: { job: 'E2E' },
    run: { workflow: 'CI', branch: 'Main', base: 'Main', repository: 'Acme/Web', actor: 'Ann' },
  })
  expect([
    CONDITIONS.workflow.holds('ci', facts),
    CONDITIONS.job.holds('e2e', facts),
    CONDITIONS.branch.holds('main', facts),
    CONDITIONS.base.holds('main', facts),
  ]).toEqual([false, false, false, false])
  expect([
    CONDITIONS.repository.holds('acme/WEB', facts),
    CONDITIONS.actor.holds('ANN', facts),
    CONDITIONS.environment.holds(['staging', 'prod'], facts),
  ]).toEqual([true, true, true])
})

test('one is a list of one', () => {
  expect([listOf('a'), listOf(['a', 'b']), listOf([])]).toEqual([['a'], ['a', 'b'], []])
})

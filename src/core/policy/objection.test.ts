import { expect, test } from 'vitest'
import { DEFAULT_LIMITS } from './limits.ts'
import { line, T0 } from './line.fixture.ts'
import { objection } from './objection.ts'

const elsewhere = (run: number, repository = 'acme/web') => ({
  target: { repository, run, commit: `c${run}`, thing: `run:${run}` },
})
const wanted = { remedy: 'rerun-failed-jobs' as const, target: line('started', 'x', 0).target, costMinutes: 10 }
const code = (entries: Parameters<typeof objection>[0]) => objection(entries, wanted, DEFAULT_LIMITS, T0)?.code ?? null
const inVain = (repository?: string) =>
  [1, 2, 3].flatMap(run => [
    line('started', `${run}`, 200, elsewhere(run, repository)),
    line('not-healed', `${run}`, 190, elsewhere(run, repository)),
  ])

test('nothing was done: nothing speaks against it', () => {
  expect(code([])).toBeNull()
})

test('a budget that is spent does', () => {
  expect(code([line('started', 'a', 10), line('done', 'a', 9)])).toBe('cool-down')
})

test('the breaker lets one probe through; whoever comes second sees that it is under way', () => {
  expect(code(inVain())).toBeNull()
  expect(code([...inVain(), line('started', 'probe', 1, elsewhere(4))])).toBe('breaker-open')
})

test('what did not heal in another repository opens no breaker here', () => {
  expect(code([...inVain('acme/other'), line('started', 'probe', 1, elsewhere(4, 'acme/other'))])).toBeNull()
})

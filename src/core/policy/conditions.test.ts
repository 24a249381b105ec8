import { expect, test } from 'vitest'
import { completeFacts, type SomeFacts } from './complete-facts.ts'
import { CONDITIONS, type Truth } from './conditions.ts'
import type { Conditions } from './policy.ts'

type Row = {
  readonly [Name in keyof Conditions]-?: readonly [Name, NonNullable<Conditions[Name]>, SomeFacts, Truth]
}[keyof Conditions]

const at = (time: string): SomeFacts => ({ now: { at: time } })

const rows: readonly Row[] = [
  ['category', 'network', { failure: { category: 'network' } }, true],
  ['category', ['network', 'runner'], { failure: { category: 'runner' } }, true],
  ['category', 'network', {}, false],
  ['confidence', 0.8, { failure: { confidence: 0.8 } }, true],
  ['confidence', 0.8, { failure: { confidence: 0.79 } }, false],
  ['confidence', '> 0.8', { failure: { confidence: 0.8 } }, false],
  ['confidence', '<0.5', { failure: { confidence: 0.4 } }, true],
  ['transient', '<= 0.5', { failure: { transient: 0.5 } }, true],
  ['transient', '>= 0.5', { failure: { transient: 0.4 } }, false],
  ['transient', 'very', { failure: { transient: 0.4 } }, null],
  ['branch', 'release/*', { run: { branch: 'release/2' } }, true],
  ['branch', ['main', 'release/*'], { run: { branch: 'Main' } }, false],
  ['branch', '**', {}, null],
  ['base', 'main', { run: { base: 'main' } }, true],
  ['base', 'main', { run: { event: 'push' } }, false],
  ['base', 'main', { run: { event: 'pull_request' } }, null],
  ['base', 'main', { run: { event: 'workflow_run' } }, null],
  ['base', 'main', {}, null],
  ['environment', 'production', { environments: ['staging', 'Production'] }, true],
  ['environment', 'production', { environments: ['staging'] }, false],
  ['environment', 'production', { environments: [] }, false],
  ['environment', 'production', {}, null],
  ['labels', 'hold', { run: { labels: ['Hold'] } }, true],
  ['labels', 'hold', { run: { labels: [] } }, false],
  ['labels', 'hold', { run: { event: 'schedule' } }, false],
  ['labels', 'hold', { run: { event: 'push', pullRequest: 4 } }, null],
  ['labels', 'hold', { run: { event: 'push', labels: ['hold'] } }, true],
  ['labels', 'hold', {}, null],
  ['author', 'renovate[bot]', { run: { author: 'Renovate[bot]' } }, true],
  ['author', 'mallory', { run: { author: 'ann' } }, false],
  ['author', 'mallory', { run: { event: 'push' } }, false],
  ['author', 'mallory', { run: { event: 'pull_request' } }, null],
  ['title', 'wip: **', { run: { title: 'WIP: a/b' } }, true],
  ['title', 'wip: **', { run: { title: 'Mend a/b' } }, false],
  ['title', 'wip: **', {}, null],
  ['actor', '*[bot]', { run: { actor: 'Renovate[bot]' } }, true],
  ['actor', 'mallory', { run: { actor: 'MALLORY' } }, true],
  ['actor', 'mallory', {}, null],
  ['event', 'push', { run: { event: 'push' } }, true],
  ['event', ['push', 'schedule'], { run: { event: 'release' } }, false],
  ['event', 'push', {}, null],
  ['workflow', 'deploy*', { run: { workflow: 'deploy to eu' } }, true],
  ['workflow', 'deploy*', {}, null],
  ['repository', 'acme/*', { run: { repository: 'Acme/web' } }, true],
  ['repository', 'acme/*', { run: { repository: 'acme-evil/web' } }, false],
  ['repository', 'acme/*', {}, null],
  ['job', 'e2e (*)', { failure: { job: 'e2e (ubuntu, 22)' } }, true],
  ['job', 'e2e', {}, null],
  ['files', '**/*.md', { run: { files: ['src/a.ts', 'docs/a.md'] } }, true],
  ['files', ['infra/**'], { run: { files: ['src/a.ts'] } }, false],
  ['files', { all: '**/*.md' }, { run: { files: ['src/a.ts', 'docs/a.md'] } }, false],
  ['files', { all: ['**/*.md', 'docs/**'] }, { run: { files: ['docs/a.png', 'b.md'] } }, true],
  ['files', { all: '**' }, { run: { files: [] } }, false],
  ['files', { any: 'src/**', all: '**/*.ts' }, { run: { files: ['src/a.ts', 'test/b.ts'] } }, true],
  ['files', '**', {}, null],
  ['fork', true, { run: { fork: true } }, true],
  ['fork', false, { run: { fork: true } }, false],
  ['fork', false, {}, null],
  ['time', { hours: '09:00-17:00', zone: 'UTC' }, at('2026-01-05T09:00:00Z'), true],
  ['time', { hours: '09:00-17:00', zone: 'UTC' }, at('2026-01-05T17:00:00Z'), false],
  ['time', { hours: '09:00-17:00', zone: 'UTC' }, at('2026-01-05T18:00:00+02:00'), true],
  ['time', { hours: '00:00-24:00', zone: 'UTC' }, at('2026-01-05T23:59:59Z'), true],
  ['time', { days: ['mon', 'tue'], zone: 'UTC' }, at('2026-01-05T23:59:59Z'), true],
  ['time', { days: 'sun', zone: 'UTC' }, at('2026-01-05T00:00:00Z'), false],
  ['time', { days: 'sun', hours: '22:00-06:00', zone: 'UTC' }, at('2026-01-05T05:59:00Z'), true],
  ['time', { days: 'mon', hours: '22:00-06:00', zone: 'UTC' }, at('2026-01-05T05:59:00Z'), false],
  ['time', { days: 'mon', hours: '22:00-06:00', zone: 'UTC' }, at('2026-01-05T22:00:00Z'), true],
  ['time', { hours: 'always', zone: 'UTC' }, {}, null],
]

test.each(rows)('%s: %j of %j is %s', (name, wanted, facts, expected) => {
  expect(CONDITIONS[name].holds(wanted as never, completeFacts(facts))).toBe(expected)
})

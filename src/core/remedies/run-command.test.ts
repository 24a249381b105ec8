import { expect, test } from 'vitest'
import type { CommandConfig } from '../config/config.ts'
import type { Failure } from '../model/diagnosis.ts'
import type { Subject } from '../plan/remedy.ts'
import type { CommandPart, Commands } from '../ports/commands.ts'
import { remedy } from './run-command.ts'

const proxy: CommandConfig = {
  run: ['systemctl', 'restart', 'proxy'],
  for: ['acme-proxy/*', 'network'],
  timeoutSeconds: 60,
  env: [],
  risk: 'high',
}

const failure = (given: Partial<Failure>) =>
  ({ category: 'test', rule: null, title: 'it broke', job: 'unit', ...given }) as Failure

const propose = (failures: readonly Failure[], command: CommandConfig = proxy) =>
  remedy.propose({ diagnosis: { failures }, commands: { 'restart-proxy': command }, nowMs: 7 } as never)

const subject = { params: { command: 'restart-proxy', run: proxy.run } } as unknown as Subject

/** Commands that end with these exit codes, and what was run of them. */
function world(command: CommandConfig, codes: Partial<Record<CommandPart, number>> = {}) {
  const ran: string[] = []
  const commands: Commands = {
    find: name => (name === 'restart-proxy' ? command : null),
    run: async (name, part) => {
      ran.push(`${name} ${part}`)
      return { value: { exitCode: codes[part] ?? 0, output: '' } }
    },
  }
  return { ran, commands }
}

test.each([
  ['its category', { category: 'network' }, 1],
  ['a rule of its tool', { rule: 'acme-proxy/refused' }, 1],
  ['another rule', { rule: 'acme-proxies/refused' }, 0],
  ['nothing', {}, 0],
] as const)('proposed for a failure that fits by %s: %j', (_, given, count) => {
  expect(propose([failure(given)])).toHaveLength(count)
})

test('with the arguments of sherpa.yml and nothing else, its own risk, and whether it can be undone', () => {
  const [proposal] = propose([failure({ category: 'network', title: '$(rm -rf /)' })], { ...proxy, undo: ['true'] })
  expect(proposal).toMatchObject({ params: { command: 'restart-proxy', run: proxy.run }, risk: 'high', reversible: true })
})

test('one that is for nothing is never proposed', () => {
  expect(propose([failure({ category: 'network' })], { ...proxy, for: [] })).toEqual([])
})

test('what sherpa.yml has otherwise by now is not run', async () => {
  const changed = world({ ...proxy, run: ['rm', '-rf', '/'] })
  expect(await remedy.act(subject, changed)).toMatchObject({ trouble: { code: 'command-changed' }, mayHaveHappened: false })
  expect(changed.ran).toEqual([])
  expect(await remedy.act(subject, {})).toMatchObject({ trouble: { code: 'command-unknown' } })
})

test('its exit code decides', async () => {
  const failing = world(proxy, { run: 3 })
  expect(await remedy.act(subject, failing)).toEqual({ value: { kind: 'command', id: '3' } })
  expect((await remedy.verify(subject, { kind: 'command', id: '3' }, failing)).value?.state).toBe('not-healed')
  expect((await remedy.verify(subject, { kind: 'command', id: '0' }, failing)).value?.state).toBe('healed')
})

test.each([
  [0, 'healed'],
  [75, 'pending'],
  [1, 'not-healed'],
])('a verification that ends with %i: %s', async (code, state) => {
  const verified = world({ ...proxy, verify: ['check'] }, { verify: code })
  expect((await remedy.verify(subject, { kind: 'command', id: '0' }, verified)).value?.state).toBe(state)
})

test('undone by its own command, if it has one', async () => {
  const effect = { kind: 'command', id: '0' }
  expect(await remedy.undo?.(subject, effect, world(proxy))).toMatchObject({ mayHaveHappened: false })
  const undoable = world({ ...proxy, undo: ['back'] })
  expect(await remedy.undo?.(subject, effect, undoable)).toEqual({ value: null })
  expect(undoable.ran).toEqual(['restart-proxy undo'])
  expect(await remedy.undo?.(subject, effect, world({ ...proxy, undo: ['back'] }, { undo: 1 }))).toMatchObject({
    mayHaveHappened: true,
  })
})

import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.ts'
import { sherpa } from './sherpa.ts'

const CONFIG = `policy:
  preset: assist
  remedies: { run-command: auto }
commands:
  mend:
    run: [node, -e, "require('fs').appendFileSync('ran', 'x')"]
    for: [network]
`
const document = (repository: string, run: number) => ({
  schema: 'sherpa.run/1',
  ...{ repository, run, workflow: 'ci', commit: `c${run}`, conclusion: 'failure' },
  jobs: [{ name: 'unit', conclusion: 'failure', log: 'npm error code ECONNRESET\n##[error]Process completed with exit code 1.' }],
})

let folder: ReturnType<typeof tempFolder>
const path = (name: string) => join(folder.path, name)
const heal = (repository: string, run: number, ...args: string[]) => {
  writeFileSync(path('run.json'), JSON.stringify(document(repository, run)))
  const how = ['--store', path('h.db'), '--config', path('sherpa.yml'), '--only', 'run-command', '--yes', ...args]
  return sherpa(['heal', path('run.json'), ...how], { cwd: folder.path })
}
const verify = () => sherpa(['ledger', 'verify', '--store', path('h.db')], { cwd: folder.path })
const ran = () => readFileSync(path('ran'), 'utf8').length
const forge = (statement: string) => {
  const database = new DatabaseSync(path('h.db'))
  database.exec(statement)
  database.close()
}

beforeEach(async () => {
  folder = tempFolder()
  writeFileSync(path('sherpa.yml'), CONFIG)
  expect((await heal('acme/web', 1)).exitCode).toBe(0)
})
afterEach(() => folder[Symbol.dispose]())

test.each([
  ['when it was, in the column that it is found by', 'update ledger set at_ms = 0'],
  ['whose it is, in the column that it is found by', "update ledger set repository = 'other/one'"],
  ['what it says', `update ledger set line = '{}'`],
  ['lines taken out', 'delete from ledger where seq < 3'],
])('a ledger that was changed is found out, and heals nothing: %s', async (_, statement) => {
  forge(statement)
  expect((await verify()).exitCode).toBe(1)
  const { stdout, exitCode } = await heal('acme/web', 2)
  expect(stdout).toContain('(ledger-unavailable)')
  expect([exitCode, ran()]).toEqual([1, 1])
})

test.each(['x', 'null'])('a ledger that cannot be read heals nothing, and is told in words: %s', async line => {
  forge(`update ledger set line = '${line}'`)
  const { stderr, exitCode } = await heal('acme/web', 2)
  expect(stderr).toContain('[ledger-unreadable]')
  expect([exitCode, ran()]).toEqual([3, 1])
})

test('nothing is undone by a ledger that was changed', async () => {
  const { action } = JSON.parse((await sherpa(['ledger', '--json', '--store', path('h.db')])).stdout).entries[0]
  forge(`update ledger set line = replace(line, 'mend', 'other')`)
  const { stdout, exitCode } = await sherpa(['undo', action, '--store', path('h.db')], { cwd: folder.path })
  expect(stdout).toContain('not undone: line 1 of the ledger is not as it was written')
  expect(exitCode).toBe(1)
})

test('a thing cools down whichever repository a run names', async () => {
  const { stdout, exitCode } = await heal('evil/two', 2)
  expect(stdout).toContain('It is too early')
  expect([exitCode, ran()]).toEqual([1, 1])
})

test('a clock that is put forward lets nothing cool down', async () => {
  const { stdout, exitCode } = await heal('acme/web', 2, '--now', '2126-01-01T00:00:00Z')
  expect(stdout).toContain('It is too early')
  expect([exitCode, ran()]).toEqual([1, 1])
})

test('a clock that is put back hides nothing of what was done from the right one', async () => {
  forge('delete from ledger')
  expect((await heal('acme/web', 2, '--now', '2020-01-01T00:00:00Z')).exitCode).toBe(0)
  const { stdout, exitCode } = await heal('acme/web', 2)
  expect(stdout).toContain('This was started at 2020-01-01T')
  expect([exitCode, ran()]).toEqual([1, 2])
})

test('an approval that was spent by a clock that is put back is spent', async () => {
  const fails = CONFIG.replace(
    "require('fs').appendFileSync('ran', 'x')",
    "require('fs').appendFileSync('ran', 'x'); process.exit(1)",
  )
  writeFileSync(path('sherpa.yml'), fails.replace('run-command: auto', 'run-command: ask'))
  forge('delete from ledger')
  const { plan } = JSON.parse((await heal('acme/web', 2, '--dry-run', '--json')).stdout)
  const how = ['--store', path('h.db'), '--config', path('sherpa.yml'), '--only', 'run-command']
  const approved = await sherpa(['approve', path('run.json'), plan.id, ...how], { cwd: folder.path })
  expect(approved.exitCode).toBe(0)
  await heal('acme/web', 2, '--now', '2020-01-01T00:00:00Z')
  await heal('acme/web', 2)
  expect(ran()).toBe(2)
})

test('no window of time is stepped into by a clock that is put elsewhere', async () => {
  const DAY = 86_400_000
  const day = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][new Date(Date.now() + 3 * DAY).getUTCDay()]
  const rule = `rules: [{ remedy: run-command, when: { time: { days: ${day} } }, then: auto }]`
  writeFileSync(path('sherpa.yml'), CONFIG.replace('remedies: { run-command: auto }', rule))
  forge('delete from ledger')
  for (const at of [Date.now() - 4 * DAY, Date.now() + 3 * DAY]) {
    const now = ['--now', new Date(at).toISOString()]
    expect((await heal('acme/web', 2, '--dry-run', ...now)).stdout).toContain('may be done')
    expect((await heal('acme/web', 2, ...now)).stdout).toContain('needs a yes')
  }
  expect(ran()).toBe(1)
})

test('beside JSON nothing else is on stdout', async () => {
  writeFileSync(path('h.db'), '')
  const { stdout, stderr, exitCode } = await heal('acme/web', 3, '--json')
  expect(JSON.parse(stdout).plan.actions).toHaveLength(1)
  expect(stderr).toContain('healed: it ended with exit code 0')
  expect(exitCode).toBe(0)
})

describe('a history that took the place of a damaged one', () => {
  const flaky = () => sherpa(['flaky', '--store', path('h.db')], { cwd: folder.path })
  const asides = () => readdirSync(folder.path).filter(name => /\.damaged-[^.]*$/.test(name))
  const damage = (from: number) => {
    const bytes = readFileSync(path('h.db'))
    bytes.fill(0xff, from)
    writeFileSync(path('h.db'), bytes)
  }

  test('heals nothing until the ledger of the old one goes on in it', async () => {
    renameSync(path('h.db'), path('h.db.damaged-2026-01-05'))
    const refused = await heal('acme/web', 2)
    expect(refused.stdout).toContain('(ledger-unavailable)')
    expect(refused.stdout).toContain(`sherpa store merge ${path('h.db.damaged-2026-01-05')} --store ${path('h.db')} saves`)
    expect([refused.exitCode, ran()]).toEqual([1, 1])
    expect((await heal('acme/web', 2, '--dry-run')).stdout).toContain('(ledger-unavailable)')

    const merge = ['store', 'merge', path('h.db.damaged-2026-01-05'), '--store', path('h.db')]
    expect((await sherpa(merge, { cwd: folder.path })).exitCode).toBe(0)
    expect((await heal('acme/web', 2)).stdout).toContain('It is too early')
    expect(ran()).toBe(1)
  })

  test('one whose ledger is lost has to be moved away by a person', async () => {
    damage(100)
    await flaky()
    const [aside = ''] = asides()
    const refused = async () => {
      expect((await heal('acme/web', 2)).stdout).toContain('(ledger-unavailable)')
      expect(ran()).toBe(1)
    }
    await refused()
    const { stderr } = await sherpa(['store', 'merge', path(aside), '--store', path('h.db')], { cwd: folder.path })
    expect(stderr).toContain('is not whole: what was done before is not known')
    await refused()
    renameSync(path(aside), path('old.db'))
    expect((await heal('acme/web', 2)).exitCode).toBe(0)
    expect(ran()).toBe(2)
  })
})

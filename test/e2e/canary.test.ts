import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bisectSchema } from '../../src/core/bisect/schema.ts'
import { canarySchema } from '../../src/core/canary/schema.ts'
import { gitRepository } from '../git-repository.ts'
import { sherpa } from './sherpa.ts'

let repository: Awaited<ReturnType<typeof gitRepository>>
beforeEach(async () => {
  repository = await gitRepository()
})
afterEach(() => repository[Symbol.dispose]())

/**
 * A test that fails as often as its checkout says, in percent: the run's number in a file beside the repository is the seed, so all is the
 * same each time.
 */
const flaky = (percent: number) => ({
  'flaky.sh': `#!/bin/sh
[ -z "$(ls "$HOME")" ] || { echo "this home was used before"; exit 1; }
touch "$HOME/used" used
run=$(($(cat "$1" 2>/dev/null || echo 0) + 1))
echo $run > "$1"
dice=$(((run * 7919 + 4391) % 101 * 37 % 100))
echo "run $run of $SHERPA_COMMIT: $dice, token ghp_0123456789abcdefghijklmnopqrstuvwxyz"
[ $dice -ge ${percent} ]
`,
})
const TRY = ['sh', 'flaky.sh']

const worktrees = async () => (await repository.git('worktree', 'list')).split('\n').length
const leftovers = () => readdirSync(tmpdir()).filter(name => name.startsWith('sherpa-trial-'))

describe('sherpa canary', () => {
  const canary = (...args: string[]) =>
    sherpa(['canary', ...args, '--', ...TRY, repository.beside('count')], { cwd: repository.path })

  test('a commit that breaks the test: regression, soon, and exit code 1', async () => {
    const before = leftovers()
    const parent = await repository.commit('sound', flaky(0))
    const suspect = await repository.commit('broken', flaky(100))
    const { exitCode, stdout, stderr } = await canary('HEAD', '--json')
    expect(stderr).toBe('')
    expect(exitCode).toBe(1)
    expect(canarySchema.safeParse(JSON.parse(stdout)).error).toBeUndefined()
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ verdict: 'regression', runs: 6, suspect: { commit: suspect, subject: 'broken' }, parent: { commit: parent } },
      failures: { suspect: 3, parent: 0 },
    })
    expect(stdout).not.toContain('ghp_0123')
    expect(await worktrees()).toBe(1)
    expect(leftovers()).toEqual(before)
  })

  test('a commit that changes nothing: sound and exit code 0; a flaky one: flaky', async () => {
    await repository.commit('first', flaky(0))
    await repository.commit('second', { 'README.md': 'more' })
    const sound = await canary('main')
    expect(sound.stdout).toMatch(/^✔ sound: neither failed\n\n {2}suspect {2}[0-9a-f]{12} second: 0 of 11 runs failed\n/)
    expect(sound.exitCode).toBe(0)
    await repository.commit('third', flaky(25))
    await repository.commit('fourth', { 'README.md': 'other' })
    const asFlaky = JSON.parse((await canary('main', '--json')).stdout)
    expect(canarySchema.safeParse(asFlaky).error).toBeUndefined()
    expect(asFlaky.verdict).toBe('flaky')
  })

  test('too few runs, and a parent that is broken itself: inconclusive, exit code 5', async () => {
    await repository.commit('first', flaky(100))
    await repository.commit('second', {})
    const few = await canary('HEAD', '--max-runs', '4')
    expect(few).toMatchObject({ exitCode: 5, stdout: expect.stringMatching(/^• inconclusive: more runs could tell/) })
    const broken = await canary('HEAD', '--jobs', '2')
    expect(broken).toMatchObject({ exitCode: 5, stdout: expect.stringContaining('the parent fails every time itself') })
    expect(broken.stdout).toMatch(/\| run \d+ of [0-9a-f]+: \d+, token /)
    expect(broken.stdout).not.toContain('ghp_0123')
  })

  test('what cannot be: an unknown commit, a commit without a parent, no command', async () => {
    await repository.commit('first', flaky(0))
    const unknown = await canary('gone')
    expect(unknown).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('[commit-unknown]') })
    expect((await canary('HEAD')).stderr).toContain('[commit-unknown]')
    expect((await sherpa(['canary', 'HEAD'], { cwd: repository.path })).exitCode).toBe(2)
  })
})

describe('sherpa bisect', () => {
  const bisect = (...args: string[]) =>
    sherpa(['bisect', ...args, '--', ...TRY, repository.beside('count')], { cwd: repository.path })

  test('a test that begins to fail at times: the commit, its odds, and bars', async () => {
    const good = await repository.commit('0', flaky(2))
    for (let at = 1; at <= 3; at++) await repository.commit(`change ${at}`, { 'a.txt': `${at}` })
    const first = await repository.commit('race in', flaky(70))
    for (let at = 5; at <= 7; at++) await repository.commit(`change ${at}`, { 'a.txt': `${at}` })
    const { stdout, exitCode } = await bisect(good, 'main', '--json')
    const answer = JSON.parse(stdout)
    expect(bisectSchema.safeParse(answer).error).toBeUndefined()
    expect(exitCode).toBe(0)
    expect(answer).toMatchObject({ verdict: 'found', firstBad: { commit: first, subject: 'race in' } })
    expect(answer.confidence).toBeGreaterThanOrEqual(0.95)
    expect(answer.posterior).toHaveLength(8)
    expect(await worktrees()).toBe(1)

    const told = await bisect(good, 'main')
    expect(told.stdout).toMatch(new RegExp(`^✔ the first bad commit is ${first.slice(0, 12)} race in \\(\\d+ %\\)\\n`))
    expect(told.stdout).toMatch(/9\d %\s+█{23,24}\s+\d+\/\d+ failed\s+[0-9a-f]{12} race in\n/)
  })

  test('nothing between, the wrong way round, nothing that fails', async () => {
    const good = await repository.commit('0', flaky(0))
    await repository.commit('1', {})
    await repository.commit('2', {})
    expect(await bisect('HEAD', 'HEAD')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('[commits-apart]') })
    expect(await bisect('HEAD', good)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('[commits-apart]') })
    expect(await bisect(good, 'HEAD', '--max-runs', '40')).toMatchObject({
      ...{ exitCode: 5, stdout: expect.stringMatching(/^• the bad commit fails no more often than the good one/) },
    })
  })
})

import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.ts'
import { sherpa } from './sherpa.ts'

const NOW = ['--now', '2026-01-20T00:00:00Z']
let folder: ReturnType<typeof tempFolder>
let store: string

/** A run of a pull request of its own, every hour; `adds` is flaky, `divides` broken since run 190 on main, `sorts` never fails. */
const documents = Array.from({ length: 200 }, (_, at) => {
  const flakes = at % 30 === 20
  const broken = at >= 190
  const document = (attempt: number, failed: readonly string[]) => ({
    schema: 'sherpa.run/1',
    repository: 'acme/web',
    workflow: 'ci',
    run: 1000 + at,
    attempt,
    branch: at === 190 ? 'main' : `pr-${at}`,
    ...(at !== 190 && { pullRequest: at }),
    base: 'main',
    commit: `commit-${at}`,
    startedAt: new Date(Date.UTC(2026, 0, 6, at, attempt)).toISOString(),
    conclusion: failed.length > 0 ? 'failure' : 'success',
    jobs: [
      {
        name: 'unit',
        conclusion: failed.length > 0 ? 'failure' : 'success',
        tests: ['adds', 'divides', 'sorts', '\u001b[31m##[error]sly'].map(name => ({
          name,
          outcome: failed.includes(name) ? 'failed' : 'passed',
        })),
      },
    ],
  })
  if (broken) return [document(1, ['divides'])]
  if (flakes) return [document(1, ['adds']), document(2, [])]
  return [document(1, at === 5 ? ['\u001b[31m##[error]sly'] : [])]
}).flat()

beforeAll(async () => {
  folder = tempFolder()
  store = join(folder.path, 'history.db')
  const input = documents.map(one => `${JSON.stringify(one)}\n`).join('')
  const { exitCode } = await sherpa(['ingest', '-', '--store', store], { input, cwd: folder.path })
  expect(exitCode).toBe(0)
})
afterAll(() => folder[Symbol.dispose]())

const flaky = (...args: string[]) => sherpa(['flaky', '--store', store, ...NOW, ...args], { cwd: folder.path })

describe('sherpa flaky', () => {
  test('as JSON: every test that failed, the worst first', async () => {
    const { stdout, exitCode } = await flaky('--json')
    const { tests, jobs } = JSON.parse(stdout)
    expect(exitCode).toBe(0)
    expect(stdout).not.toMatch(/\u001b|##\[/)
    expect(tests).toMatchObject([
      { name: 'divides', state: 'broken', failures: 10, since: { commit: 'commit-190', after: 'commit-189' } },
      { repository: 'acme/web', workflow: 'ci', job: 'unit', name: 'adds', state: 'flaky', runs: 206, failures: 6 },
      { state: 'healthy', failures: 1, since: null },
    ])
    expect(tests[1].interval[0]).toBeLessThan(0.03)
    expect(tests[1].interval[1]).toBeGreaterThan(0.03)
    expect(jobs).toMatchObject([{ job: 'unit', state: 'broken' }])
  })

  test('as a table, with what to do', async () => {
    const { stdout } = await flaky()
    expect(stdout).toMatch(/^✖ 1 broken, 1 flaky, 1 healthy of 3 tests that failed within 90 days\n/)
    expect(stdout).toMatch(/^ {2}broken .* 2026-01-13 {2}divides$/m)
    expect(stdout).toMatch(/^ {2}flaky +\d\.\d% .*[▁▂▃▄▅▆▇█].* adds$/m)
    expect(stdout).toMatch(/1\. Mend unit › divides/)
    expect(stdout).not.toContain('\u001b')
  })

  test('of a repository and a time that the history knows nothing of', async () => {
    const nothing = '• nothing failed within 90 days, as far as the history tells\n'
    expect((await flaky('--repo', 'acme/other')).stdout).toBe(nothing)
    expect((await flaky('--since', '12h')).stdout).toMatch(/^• nothing failed within 12 hours/)
    expect(JSON.parse((await flaky('--repo', 'acme/other', '--json')).stdout)).toEqual({ tests: [], jobs: [] })
  })
})

import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anomaliesSchema, historySchema, trendsSchema } from '../../src/core/history/schema.ts'
import { diagnosisSchema } from '../../src/core/report/schema.ts'
import { startBrowser } from '../browser.ts'
import { findProgram } from '../programs.ts'
import { tempFolder } from '../temp-folder.ts'
import { pastDocuments, pastRun } from './past.ts'
import { sherpa } from './sherpa.ts'

let folder: ReturnType<typeof tempFolder>
let store: string
beforeAll(async () => {
  folder = tempFolder()
  store = join(folder.path, 'history.db')
  folder.write('runs.ndjson', pastDocuments())
  await sherpa(['ingest', 'runs.ndjson', '--store', store], { cwd: folder.path })
})
afterAll(() => folder[Symbol.dispose]())

const look = (...args: string[]) => sherpa([...args, '--store', store], { cwd: folder.path })
const json = async (...args: string[]) => JSON.parse((await look(...args, '--json')).stdout)

describe('sherpa history', () => {
  test('the newest runs with outcome, duration and what failed', async () => {
    const { stdout, stderr, exitCode } = await look('history', '--most', '5')
    expect([exitCode, stderr]).toEqual([0, ''])
    expect(stdout.split('\n').slice(0, 5)).toEqual([
      'acme/web › ci',
      '100 runs · 90 % passed · median 1m 08s',
      '',
      expect.stringMatching(/^durations {2}[▁-█]{5}$/),
      'outcomes   ✖····',
    ])
    expect(stdout).toMatch(/^ 96 {2}2026-01-08 23:00 {2}failed +1m 36s +1 {2}main +cccccccc {2}No service listens on 127\.0.*$/m)
    expect(stdout).not.toContain('\u001b')
  })

  test('of one job, as JSON', async () => {
    const { workflows } = historySchema.parse(
      await json('history', '--job', 'unit', '--since', '12h', '--now', '2026-01-09T04:00:00Z'),
    )
    expect(workflows).toMatchObject([{ repository: 'acme/web', workflow: 'ci', runs: 12 }])
    expect(workflows[0]?.recent).toHaveLength(12)
    expect(workflows[0]?.recent[4]).toMatchObject({ run: 96, outcome: 'failed', failedJobs: ['unit'], durationMs: 30_000 })
  })

  test('an ASCII terminal gets ASCII; nothing known is a sentence', async () => {
    const { stdout } = await sherpa(['history', '--store', store], { env: { LC_ALL: 'C' } })
    expect(stdout).toMatch(/^[\n\x20-\x7e]*$/)
    expect((await look('history', '--repo', 'acme/none')).stdout).toBe('the history holds no such runs\n')
  })
})

describe('sherpa trends', () => {
  test('figures, plots and a table', async () => {
    const { stdout, exitCode } = await look('trends')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^runs +100, 10 failed\nsuccess +90 % \(90 % at first\)\n/)
    expect(stdout).toMatch(/^Success rate by day$/m)
    expect(stdout).toMatch(/^from +runs +success/m)
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })

  test('as JSON, by week', async () => {
    const trends = trendsSchema.parse(await json('trends', '--by', 'week'))
    expect(trends).toMatchObject({
      by: 'week',
      periods: [{ start: '2026-01-05', runs: 100, failed: 10, repairs: 10 }],
      total: { successRate: 0.9 },
    })
  })
})

describe('sherpa anomalies', () => {
  test('the one shift, once: the step that became slower', async () => {
    const { anomalies } = anomaliesSchema.parse(await json('anomalies'))
    expect(anomalies).toEqual([
      {
        repository: 'acme/web',
        workflow: 'ci',
        job: 'build',
        metric: 'stepMs:Compile',
        detector: 'change-point',
        run: 61,
        at: '2026-01-07T12:00:00.000Z',
        since: '2026-01-07T12:00:00.000Z',
        until: null,
        observed: expect.any(Number),
        expected: expect.any(Number),
        score: expect.any(Number),
        direction: 'up',
        explanation: expect.stringContaining('The duration of its step "Compile" rose from 1m 0'),
      },
    ])
    const { stdout } = await look('anomalies')
    expect(stdout).toMatch(
      /^1 finding, the newest first\n\n2026-01-07 lasts acme\/web › ci › build\n {2}The duration of its step/,
    )
  })

  test('score still takes files, and --json in either place', async () => {
    folder.write('a.json', '[1, 2, 3]')
    for (const args of [
      ['anomalies', 'score', 'a.json', '--json'],
      ['anomalies', '--json', 'score', 'a.json'],
    ])
      expect(JSON.parse((await sherpa(args, { cwd: folder.path })).stdout)).toMatchObject({ file: 'a.json', scores: [0, 0, 0] })
  })
})

describe('sherpa diagnose with a history', () => {
  const slow = () => {
    const [build, unit] = pastRun(105).jobs
    return pastRun(105, { jobs: [{ ...build, queuedMs: 900_000 }, unit] })
  }

  test('what is unusual in the run, and the same from the saved case', async () => {
    folder.write('run.json', JSON.stringify(slow()))
    const { stdout, stderr } = await look('diagnose', 'run.json', '--json', '--save-case', 'case.json')
    expect(stderr).toBe('')
    const diagnosis = diagnosisSchema.parse(JSON.parse(stdout))
    expect(diagnosis.anomalies.map(({ job, metric, run }) => [job, metric, run])).toContainEqual(['build', 'queuedMs', 106])
    expect((await sherpa(['replay', 'case.json', '--json'], { cwd: folder.path })).stdout).toBe(stdout)
    expect((await look('diagnose', 'run.json')).stdout).toMatch(/ {2}Unusual {2}against the past of its jobs\n/)
  })

  test('by SHERPA_STORE; a history that cannot be had costs a note, not the diagnosis', async () => {
    folder.write('run.json', JSON.stringify(slow()))
    const at = async (place: string) =>
      diagnosisSchema.parse(
        JSON.parse((await sherpa(['diagnose', 'run.json', '--json'], { cwd: folder.path, env: { SHERPA_STORE: place } })).stdout),
      )
    expect((await at(store)).anomalies.length).toBeGreaterThan(0)
    const { anomalies, notes, failures } = await at('postgres://127.0.0.1:9/none')
    expect([anomalies, notes, failures.length > 0]).toMatchObject([[], [{ code: 'history' }], true])
    expect((await at('missing.db')).notes).toMatchObject([
      { code: 'history', text: expect.stringMatching(/^there is no history at /) },
    ])
    expect(readdirSync(folder.path)).not.toContain('missing.db')
  })
})

describe('sherpa report', () => {
  const chromium = findProgram('chromium', 'chromium')
  test.skipIf(chromium === undefined)(
    'a page that a browser shows on a desk and a phone, in the light and in the dark',
    async () => {
      const { stdout, exitCode } = await look('report', '--html', 'out.html')
      expect([stdout, exitCode]).toEqual(['out.html is written\n', 0])
      await using browser = await startBrowser(chromium ?? '')
      const backgrounds = new Set<string>()
      for (const width of [1280, 390])
        for (const scheme of ['light', 'dark'] as const) {
          const { value, complaints } = await browser.look<Sight>({ file: join(folder.path, 'out.html'), width, scheme }, SIGHT)
          expect(complaints).toEqual([])
          expect(value).toMatchObject({
            title: 'CI history',
            scrolls: false,
            charts: 6,
            thin: [],
            overlaps: [],
            tests: 1,
            wideCards: 0,
          })
          expect(value.contrast).toBeGreaterThan(7)
          backgrounds.add(value.background)
        }
      expect(backgrounds.size).toBe(2)
    },
    60_000,
  )

  test('a page that cannot be written is a sentence', async () => {
    const { stderr, exitCode } = await look('report', '--html', 'none/out.html')
    expect([stderr.replace(/\S*none/, 'none'), exitCode]).toEqual([
      '✖ none/out.html could not be written: ENOENT [file-not-written]\n',
      3,
    ])
  })
})

interface Sight {
  readonly title: string
  readonly scrolls: boolean
  readonly charts: number
  /** Rows of the table of tests whose picture is seen, and tables of cards that do not fit. */
  readonly tests: number
  readonly wideCards: number
  readonly thin: readonly string[]
  readonly overlaps: readonly string[]
  readonly contrast: number
  readonly background: string
}

/** What the browser made of the page: does it scroll sideways, are the charts visible, do letters at an axis collide, can they be read. */
const SIGHT = `(() => {
  const box = element => element.getBoundingClientRect()
  const colour = value => value.match(/[\\d.]+/g).slice(0, 3).map(Number)
  const light = value => colour(value).map(c => c / 255).map(c => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0)
  const style = getComputedStyle(document.body)
  const [dim, bright] = [light(style.color), light(style.backgroundColor)].sort((a, b) => a - b)
  const collide = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  const axes = [...document.querySelectorAll('.high, .across')]
  return {
    title: document.title,
    scrolls: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    charts: document.querySelectorAll('figure svg').length,
    tests: [...document.querySelectorAll('.tests tbody tr')].filter(row => box(row.querySelector('svg.range')).width > 100 && box(row.querySelector('svg.strip')).width > 100).length,
    wideCards: [...document.querySelectorAll('.cards')].filter(cards => cards.scrollWidth > cards.clientWidth).length,
    thin: [...document.querySelectorAll('figure svg')].filter(svg => box(svg).width < 200 || box(svg).height < 80).map(svg => svg.id),
    overlaps: axes.flatMap(axis => [...axis.children].filter((a, i, all) => a.textContent && all.some((b, j) => j > i && b.textContent && collide(box(a), box(b)))).map(a => a.textContent)),
    contrast: (bright + 0.05) / (dim + 0.05),
    background: style.backgroundColor,
  }
})()`

describe('sherpa metrics', () => {
  const promtool = findProgram('promtool', 'prometheus')
  test.skipIf(promtool === undefined)('are what promtool expects', async () => {
    const { stdout, exitCode } = await look('metrics')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('sherpa_runs_total{repository="acme/web",workflow="ci",outcome="failed"} 10\n')
    expect(execFileSync(promtool ?? '', ['check', 'metrics'], { input: stdout, encoding: 'utf8' })).toBe('')
  })

  test('into a file, whole, with nothing left beside it', async () => {
    mkdirSync(join(folder.path, 'textfile'), { recursive: true })
    writeFileSync(join(folder.path, 'textfile', 'sherpa.prom'), 'before')
    const { stdout, exitCode } = await look('metrics', '--out', 'textfile/sherpa.prom')
    expect([stdout, exitCode, readdirSync(join(folder.path, 'textfile'))]).toEqual(['', 0, ['sherpa.prom']])
    expect(readFileSync(join(folder.path, 'textfile', 'sherpa.prom'), 'utf8')).toMatch(/^# HELP sherpa_runs_total /)
  })

  const pushgateway = findProgram('prometheus-pushgateway', 'prometheus-pushgateway')
  test.skipIf(pushgateway === undefined)('a Pushgateway takes them under a name, and again', async () => {
    const port = await freePort()
    const child = spawn(pushgateway ?? '', [`--web.listen-address=127.0.0.1:${port}`], { stdio: 'ignore' })
    try {
      const url = `http://127.0.0.1:${port}`
      await answers(`${url}/-/ready`)
      for (const _ of [1, 2])
        expect(await look('metrics', '--push', url, '--job-name', 'a/b')).toMatchObject({ stderr: '', exitCode: 0 })
      const held = await (await fetch(`${url}/metrics`)).text()
      expect(held).toContain('sherpa_runs_total{instance="",job="a/b",outcome="failed",repository="acme/web",workflow="ci"} 10\n')
    } finally {
      const gone = once(child, 'exit')
      child.kill()
      await gone
    }
  })

  test('one that is not there, refuses or forbids is a sentence without the password', async () => {
    const asked: (string | undefined)[] = []
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization}`)
      request.resume()
      response.writeHead(request.url?.startsWith('/no') ? 401 : 400).end('pushed metrics are invalid')
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    try {
      const refused = await look('metrics', '--push', `http://me:hunter2@127.0.0.1:${port}/`)
      expect(refused).toMatchObject({
        stderr: `✖ the Pushgateway answered 400 to PUT http://127.0.0.1:${port}/metrics/job/sherpa: pushed metrics are invalid [pushgateway-refused]\n`,
        exitCode: 3,
      })
      expect(await look('metrics', '--push', `http://127.0.0.1:${port}/no`)).toMatchObject({ exitCode: 4 })
      expect(asked[0]).toBe(`PUT /metrics/job/sherpa Basic ${Buffer.from('me:hunter2').toString('base64')}`)
    } finally {
      server.close()
    }
    expect(await look('metrics', '--push', 'http://127.0.0.1:9')).toMatchObject({
      stderr: expect.stringMatching(/did not answer PUT .*\[pushgateway-unreachable\]/),
      exitCode: 3,
    })
    expect(await look('metrics', '--push', 'gateway:9091')).toMatchObject({
      stderr: expect.stringMatching(/\[bad-option\]/),
      exitCode: 2,
    })
  })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

async function answers(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

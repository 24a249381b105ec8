import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, failure, job, measures, result, stream, T0 } from '../history/past.fixture.ts'
import { collectRuns } from '../history/runs.ts'
import { HOSTILE } from '../report/diagnosis.fixture.ts'
import { chartFigure, sparkSvg } from './chart.ts'
import type { Dashboard } from './dashboard.ts'
import { readDashboard } from './read-dashboard.ts'
import { renderDashboard } from './render.ts'

/** Fails on every sixth run of the branch, and passes again on the same commit. */
const testResult = (text: string, i: number) =>
  result(text, {
    repository: text,
    workflow: text,
    job: text,
    run: (i >> 1) + 1,
    attempt: (i % 2) + 1,
    commit: `c${i >> 1}`,
    startedMs: T0 + i * (DAY / 2),
    outcome: i % 12 === 0 ? 'failed' : 'passed',
  })

const store = (text = 'unit') => ({
  jobs: () =>
    stream(
      Array.from({ length: 30 }, (_, i) =>
        job({
          repository: text,
          workflow: text,
          job: text,
          branch: text,
          run: i + 1,
          startedMs: T0 + i * DAY,
          conclusion: i % 3 === 0 ? 'failure' : 'success',
        }),
      ),
    ),
  measures: () => stream([measures()]),
  tests: () => stream(Array.from({ length: 60 }, (_, i) => testResult(text, i))),
  failures: () =>
    stream([failure({ repository: text, workflow: text, job: text, title: text, run: 28, startedMs: T0 + 27 * DAY })]),
  plans: async () => [],
  outcomes: async () => [],
})
const ALWAYS = { sinceMs: 0, untilMs: 4e12 }
const page = async (text?: string) => renderDashboard(await readDashboard(store(text), ALWAYS, () => {}))

/** Every tag that the page opens, in order. */
const tags = (html: string) => [...html.matchAll(/<([a-z][a-z0-9]*)[ >]/g)].map(([, tag]) => tag)

describe('the page', () => {
  test('loads nothing, runs nothing, and says so to the browser', async () => {
    const html = await page()
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`)
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|href=|src=| on[a-z]+=|style="/)
  })

  test('has a title and a description for each picture, and each as a table', async () => {
    const html = await page()
    const pictures = [...html.matchAll(/<figure class="chart">[\s\S]*?<\/figure>/g)].map(([figure]) => figure)
    expect(pictures).toHaveLength(6)
    for (const figure of pictures) {
      expect(figure).toMatch(
        /<svg role="img" aria-labelledby="(chart-\d) \1-what"[\s\S]*<desc id="chart-\d-what">[^<]+ by day, 2026-01-05 to 2026-02-03\./,
      )
      expect(figure.match(/<th scope="row">/g)).toHaveLength(30)
    }
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(HOSTILE.map(text => [text]))('nothing in a name acts: %j', async text => {
    const [hostile, plain] = [await page(text), await page()]
    expect(tags(hostile)).toEqual(tags(plain))
    expect(hostile).not.toMatch(/[\u0000-\u0008\u000e-\u001f\u200b\u202e\u2066]/)
    for (const line of hostile.split('\n')) expect(line.trimStart().startsWith('::')).toBe(false)
  })

  test('of an empty history says that it is empty', () => {
    const empty: Dashboard = {
      scope: ['acme/web'],
      from: null,
      to: null,
      trends: { by: 'day', periods: [], total: null },
      jobs: [],
      moreJobs: 0,
      tests: [],
      moreTests: 0,
      testStates: { healthy: 0, flaky: 0, broken: 0, fixed: 0 },
      failures: [],
      newFailures: [],
      failureKinds: 0,
      anomalies: [],
      moreAnomalies: 0,
      workflows: [],
    }
    expect(renderDashboard(empty)).toContain('<p>The history holds no such runs.</p>')
  })

  test('holds what the history holds', async () => {
    const runs = await collectRuns(store().jobs())
    expect(await page()).toContain(`<dd>${runs.length}</dd><dd>10 failed</dd>`)
  })
})

describe('the tests', () => {
  const table = async (text?: string) => /<section aria-labelledby="tests">[\s\S]*?<\/section>/.exec(await page(text))?.[0] ?? ''

  test('each with its state, its rate between bounds, failures, cost and commit', async () => {
    const html = await table()
    expect(html).toContain('<p>Of 1 test that failed is <span class="doubtful">1 flaky</span>.</p>')
    expect(html).toContain('<b>unit</b> <small>unit</small>')
    expect(html).toContain('<span class="badge doubtful">flaky</span>')
    expect(html).toMatch(/<span class="figures">[\d.]+ % <small>[\d.]+ % to [\d.]+ %<\/small><\/span>/)
    expect(html).toContain('5<small>/60</small>')
    expect(html).toMatch(/<td class="number lost">(?:5m 00s|4m \d\ds)<\/td>/)
    expect(html).toMatch(/<time>2026-01-05<\/time> <code>c0<\/code>/)
  })

  test('of thousands those that cost most, and how many more there are', async () => {
    const found = await readDashboard(store(), ALWAYS, () => {})
    const [one] = found.tests
    if (!one) throw new Error('no test is told')
    const tests = Array.from({ length: 60 }, (_, i) => ({ ...one, name: `test ${i}` }))
    const html = renderDashboard({ ...found, tests, moreTests: 4940 })
    expect(html).toContain('<summary>45 that cost less</summary>')
    expect(html).toContain('<p>and 4,940 more; <code>sherpa flaky --json</code> lists all</p>')
    expect(html.length).toBeLessThan(150_000)
  })

  test('a tiny or a vanishing rate stays in the picture', async () => {
    const found = await readDashboard(store(), ALWAYS, () => {})
    const tests = found.tests.map(one => ({
      ...one,
      rate: 1e-7,
      interval: [0, 1] as const,
      trend: [
        [0, 0],
        [3, 3],
      ] as const,
    }))
    const html = renderDashboard({ ...found, tests })
    expect(html).toContain('&#60; 0.1 % <small>&#60; 0.1 % to 100 %</small>')
    expect(html).toContain('<rect class="span" x="0" y="3" width="100" height="6" rx="1"/>')
    expect(html).toContain('<path class="bad-bars" d="M1.1 100V0H1.9V100Z"/>')
  })
})

test('the newest kinds of failures, each once, with what they say beside their title', async () => {
  const found = await readDashboard(store(), ALWAYS, () => {})
  const [one] = found.newFailures
  if (!one) throw new Error('no failure is told')
  const kinds = [
    { ...one, message: `____ ${one.title} ____`, runs: 1 },
    { ...one, message: 'expected 3 to be 4', runs: 14, firstMs: T0 },
  ]
  const html = renderDashboard({ ...found, newFailures: kinds, failureKinds: 9 })
  expect(html).toContain('<b class="badge doubtful">new</b> · test')
  expect(html).toContain(
    '<p class="said">expected 3 to be 4</p><p><b class="badge">14×</b> since <time>2026-01-05</time> · test</p>',
  )
  expect(html.match(/class="said"/g)).toHaveLength(1)
  expect(html).toContain('and 7 kinds of failures before those')
})

describe('charts', () => {
  const chart = (values: readonly number[], more: object = {}) =>
    chartFigure(
      {
        title: 't',
        summary: 's',
        labels: values.map(String),
        series: [{ name: 'n', look: 'line', values }],
        kind: 'number',
        write: String,
        ...more,
      },
      'c',
    )

  test('a line has gaps where there is nothing, and a dash for what stands alone', () => {
    expect(chart([0, 5, Number.NaN, 10])).toContain('d="M0.5 100L1.5 50M3.2 0H3.8"')
  })

  test('the top is a round number, of times a round time', () => {
    expect(chart([73])).toContain('<span>80</span><span>40</span><span>0</span>')
    expect(chart([61 * 60_000], { kind: 'ms' })).toContain(`<span>${2 * 3_600_000}</span>`)
    for (const none of [0, Number.MIN_VALUE]) expect(chart([none])).toContain('<span>1</span>')
  })

  test('whatever the numbers: no path holds anything but numbers', () => {
    const number = fc.oneof(fc.constant(Number.NaN), fc.double({ min: 0, max: 1e15, noNaN: true }))
    fc.assert(
      fc.property(
        fc.array(number, { maxLength: 30 }),
        fc.constantFrom('line', 'bars', 'bad-bars', 'second-line'),
        (values, look) => {
          const series = [{ name: 'n', look, values }]
          for (const [, path] of chart(values, { series }).matchAll(/ d="([^"]*)"/g))
            expect(path).toMatch(/^(?:[MLHVZ]|-?[\d.]+(?:e-?\d+)?| )*$/)
        },
      ),
    )
  })

  test('a spark of one value is none', () => {
    expect([sparkSvg([1], 'x'), sparkSvg([1, 1], 'x').includes('M0 50L1 50')]).toEqual(['', true])
  })
})

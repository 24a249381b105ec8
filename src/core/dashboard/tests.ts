import { countWords, dayWords, durationWords, numberWords, percentWords, placeWords } from '../history/words.ts'
import type { Share, TestState } from '../model/flakiness.ts'
import { text } from '../report/html-page.ts'
import type { Dashboard } from './dashboard.ts'
import { type Cell, htmlTable } from './markup.ts'

type Test = Dashboard['tests'][number]

/** The tests that cost most, each with its rate of failing for no reason as a bar; on a phone a row is a card. */
export function testsTable({ tests, moreTests, testStates }: Dashboard): string {
  const failed = Object.values(testStates).reduce((sum, count) => sum + count, 0)
  if (failed === 0) return ''
  const told = STATES.filter(state => testStates[state] > 0).map(
    state => `<span class="${TONES[state]}">${numberWords(testStates[state])} ${state}</span>`,
  )
  const summary = `<p>Of ${countWords(failed, 'test')} that failed ${failed === 1 ? 'is' : 'are'} ${told.join(', ')}.</p>`
  if (tests.length === 0) return summary
  const jobOf = placesOf(tests)
  const cells: readonly Cell<Test>[] = [
    { title: 'test', name: 'what', html: test => `<b>${text(test.name)}</b> <small>${text(jobOf(test))}</small>` },
    { title: 'state', name: 'state', html: ({ state }) => `<span class="badge ${TONES[state]}">${state}</span>` },
    { title: 'fails without a reason', name: 'rate', axis: AXIS, html: rateOf },
    {
      title: 'failed',
      name: 'count',
      html: ({ failures, runs }) => `${numberWords(failures)}<small>/${numberWords(runs)}</small>`,
      isNumber: true,
    },
    { title: 'over time', name: 'trend', html: ({ trend }) => trendSvg(trend) },
    { title: 'lost', name: 'lost', html: ({ lostMs }) => durationWords(lostMs), isNumber: true },
    { title: 'since', name: 'since', html: sinceOf },
  ]
  const [first, folded] = [tests.slice(0, OPEN), tests.slice(OPEN)]
  const rest =
    folded.length > 0
      ? `<details><summary>${numberWords(folded.length)} that cost less</summary>${htmlTable('Tests that cost less', folded, cells, 'cards tests')}</details>`
      : ''
  const more = moreTests > 0 ? `<p>and ${numberWords(moreTests)} more; <code>sherpa flaky --json</code> lists all</p>` : ''
  return `${summary}${htmlTable('Tests that cost most', first, cells, 'cards tests')}${rest}${more}`
}

/** More are folded. */
const OPEN = 15

const STATES = ['broken', 'flaky', 'fixed', 'healthy'] as const satisfies readonly TestState[]
const TONES = { broken: 'bad', flaky: 'doubtful', fixed: 'good', healthy: 'quiet' } as const satisfies Record<TestState, string>

/** Names of jobs, with as much before them as tells them apart. */
function placesOf(tests: readonly Test[]): (test: Test) => string {
  const several = (values: readonly string[]) => new Set(values).size > 1
  const repositories = several(tests.map(({ repository }) => repository))
  const workflows = several(tests.map(({ repository, workflow }) => JSON.stringify([repository, workflow])))
  return ({ repository, workflow, job }) => placeWords(repositories ? repository : null, workflows ? workflow : null, job)
}

/** On a scale of roots, so that one in a hundred is seen: 1 % lies at a tenth of the way. */
const across = (share: number) => Math.round(Math.sqrt(share) * 1000) / 10
const TICKS = [0.01, 0.1, 0.5]
const AXIS = `<span class="axis" aria-hidden="true">${TICKS.map(tick => `<i>${percentWords(tick)}</i>`).join('')}</span>`

function rateOf({ state, rate, interval: [low, high], evidence }: Test): string {
  if (state !== 'flaky' && evidence.ever <= 0.5) return '<span class="quiet">–</span>'
  const words = `${text(shortPercent(rate))} <small>${text(`${shortPercent(low)} to ${shortPercent(high)}`)}</small>`
  const [from, to, at] = [across(low), across(high), across(rate)]
  return `<span class="figures">${words}</span><svg class="range" aria-hidden="true" viewBox="0 0 100 12" preserveAspectRatio="none"><path class="grid" d="M0 6H100${TICKS.map(tick => `M${across(tick)} 0V12`).join('')}"/><rect class="span" x="${from}" y="3" width="${Math.max(0.6, Math.round((to - from) * 10) / 10)}" height="6" rx="1"/><path class="mark" d="M${at} 0V12"/></svg>`
}

const shortPercent = (share: number) => (share < 0.001 ? '< 0.1 %' : percentWords(Number(share.toPrecision(2))))

/** The share of failures in each part of the time, on the same scale; where nothing ran, nothing is drawn. */
function trendSvg(trend: readonly Share[]): string {
  const bars = trend.map(([failures, runs], i) =>
    failures > 0 ? `M${i + 0.1} 100V${Math.round(100 - Math.max(8, Math.sqrt(failures / runs) * 100))}H${i + 0.9}V100Z` : '',
  )
  const ran = trend.map(([, runs], i) => (runs > 0 ? `M${i} 99H${i + 1}` : ''))
  const failures = trend.reduce((sum, [count]) => sum + count, 0)
  return `<svg class="strip" role="img" aria-label="${text(`${countWords(failures, 'failure')} over time`)}" viewBox="0 0 ${Math.max(1, trend.length)} 100" preserveAspectRatio="none"><path class="grid" d="${ran.join('')}"/><path class="bad-bars" d="${bars.join('')}"/></svg>`
}

function sinceOf({ since, state }: Test): string {
  if (!since) return '<span class="quiet">always</span>'
  const commit = since.commit === null ? '' : ` <code>${text(since.commit.slice(0, 8))}</code>`
  return `<small>${state} since</small> <time>${dayWords(since.at)}</time>${commit}`
}

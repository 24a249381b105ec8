/** A history as one page of HTML: no script, nothing loaded from elsewhere, readable on a phone and in the dark. */

import type { Trend } from '../history/trends.ts'
import { countWords, dayWords, durationWords, numberWords, percentWords, placeWords, timeWords } from '../history/words.ts'
import { htmlPage, text } from '../report/html-page.ts'
import { sparkSvg } from './chart.ts'
import { trendCharts } from './charts.ts'
import type { Dashboard } from './dashboard.ts'
import { type Cell, htmlTable, section, sentence } from './markup.ts'
import { STYLE } from './style.ts'
import { testsTable } from './tests.ts'

/** The page, ending in a line feed. Values come redacted. */
export function renderDashboard(dashboard: Dashboard): string {
  const { trends, scope } = dashboard
  const title = `CI history${scope.length > 0 ? ` of ${placeWords(...scope)}` : ''}`
  const body = [
    head(title, dashboard),
    trends.total ? tiles(trends.total) : '<p>The history holds no such runs.</p>',
    section('Over time', trendCharts(trends), 'trends'),
    section('Tests that cost most', testsTable(dashboard), 'tests'),
    section('Newest failures', newFailures(dashboard), 'new-failures'),
    section('Unusual', anomalies(dashboard), 'anomalies'),
    section('Jobs', jobs(dashboard), 'jobs'),
    section('What fails most', failures(dashboard), 'failures'),
    ...dashboard.workflows.map((workflow, i) =>
      section(`Newest runs of ${placeWords(workflow.repository, workflow.workflow) || 'all'}`, runs(workflow), `runs-${i}`),
    ),
    '<footer>Times in UTC. Minutes are those of machines.</footer>',
  ]
  return htmlPage({ title, style: STYLE, body })
}

function head(title: string, { from, to, trends }: Dashboard): string {
  const span = from && to ? `<p>${dayWords(from)} to ${dayWords(to)}, by ${trends.by}</p>` : ''
  return `<header><h1>${text(title)}</h1>${span}</header>`
}

function tiles(total: Trend): string {
  const {
    runs,
    failed,
    successRate,
    firstTimeRate,
    flakeRate,
    durationP50Ms,
    durationP95Ms,
    mttrMs,
    repairs,
    minutesLost,
    minutesSaved,
  } = total
  const all: readonly (readonly [string, string, string])[] = [
    ['Passed', percentWords(successRate), `${percentWords(firstTimeRate)} at the first attempt`],
    ['Runs', numberWords(runs), `${numberWords(failed)} failed`],
    ['Flaky', percentWords(flakeRate), 'failed, then passed unchanged'],
    ['Duration', durationWords(durationP50Ms), `95 % within ${durationWords(durationP95Ms)}`],
    ['Time to repair', durationWords(mttrMs), countWords(repairs, 'repair')],
    ['Minutes lost', numberWords(minutesLost), `${numberWords(minutesSaved)} saved`],
  ]
  return `<dl class="tiles">${all.map(([name, value, more]) => `<div><dt>${name}</dt><dd>${text(value)}</dd><dd>${text(more)}</dd></div>`).join('')}</dl>`
}

function anomalies({ anomalies: all, moreAnomalies }: Dashboard): string {
  if (all.length === 0) return ''
  const items = all.map(({ at, since, until, repository, workflow, job, explanation }) => {
    const state = since !== null && !until ? '<b class="bad">lasts</b>' : `<b>${since === null ? 'once' : 'ended'}</b>`
    return `<li><p><time>${at ? dayWords(at) : ''}</time> ${state} ${text(placeWords(repository, workflow, job))}</p><p>${sentence(explanation)}</p></li>`
  })
  const [shown, folded] = [items.slice(0, 8), items.slice(8)]
  const rest =
    folded.length > 0
      ? `<details><summary>${folded.length} earlier</summary><ul class="anomalies">${folded.join('\n')}</ul></details>`
      : ''
  return `<ul class="anomalies">${shown.join('\n')}</ul>${rest}${moreAnomalies > 0 ? `<p>and ${moreAnomalies} before those</p>` : ''}`
}

function jobs({ jobs: all, moreJobs, workflows }: Dashboard): string {
  if (all.length === 0) return ''
  const isOneWorkflow = workflows.length === 1
  const cells: readonly Cell<Dashboard['jobs'][number]>[] = [
    {
      title: 'job',
      html: ({ repository, workflow, job }) =>
        `<b>${text(job)}</b>${isOneWorkflow ? '' : ` <small>${text(placeWords(repository, workflow))}</small>`}`,
    },
    { title: 'runs', html: ({ runs }) => numberWords(runs), isNumber: true },
    {
      title: 'failed',
      html: ({ runs, failed }) => `<span class="${tone(failed / runs)}">${percentWords(runs > 0 ? failed / runs : null)}</span>`,
      isNumber: true,
    },
    { title: 'median', html: ({ durationP50Ms }) => durationWords(durationP50Ms), isNumber: true },
    { title: 'p95', html: ({ durationP95Ms }) => durationWords(durationP95Ms), isNumber: true },
    {
      title: 'newest durations',
      html: ({ job, recentMs }) => sparkSvg(recentMs, `Durations of the newest ${recentMs.length} green runs of ${job}`),
    },
    { title: 'waits', html: ({ queuedP50Ms }) => durationWords(queuedP50Ms), isNumber: true },
    { title: 'tests', html: ({ tests }) => numberWords(tests), isNumber: true },
    { title: 'last', html: ({ lastOutcome }) => outcome(lastOutcome) },
  ]
  return `${htmlTable('Jobs', all, cells)}${moreJobs > 0 ? `<p>and ${moreJobs} more</p>` : ''}`
}

/** Each kind once, with how often it was seen. */
function newFailures({ newFailures: all, failureKinds }: Dashboard): string {
  if (all.length === 0) return ''
  const items = all.map(({ title, message, category, jobs: names, runs: times, firstMs, lastRun, lastMs }) => {
    const seen =
      times === 1
        ? '<b class="badge doubtful">new</b>'
        : `<b class="badge">${numberWords(times)}×</b>${firstMs === null ? '' : ` since <time>${timeWords(firstMs).slice(0, 10)}</time>`}`
    const last = `${lastMs === null ? '' : `<time>${timeWords(lastMs)}</time> `}run ${lastRun} · ${text(names.join(', '))}`
    const said = saidBeside(title, message)
    return `<li><p>${last}</p><p><strong>${text(title)}</strong></p>${said && `<p class="said">${text(said)}</p>`}<p>${seen} · ${text(category)}</p></li>`
  })
  const rest = failureKinds - all.length
  return `<ul class="kinds">${items.join('\n')}</ul>${rest > 0 ? `<p>and ${countWords(rest, 'kind')} of failures before those</p>` : ''}`
}

/** As much as two or three lines hold. */
const LONGEST = 160

/** What a message says that its title does not; without the lines and dots that tools draw. */
function saidBeside(title: string, message: string): string {
  const words = message
    .replace(/[_=*─-]{4,}/g, ' ')
    .replace(/^[\s●•]+/, '')
    .trim()
  if (title.includes(words)) return ''
  return words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words
}

function failures({ failures: all }: Dashboard): string {
  if (all.length === 0) return ''
  return htmlTable('What fails most', all, [
    { title: 'runs', html: ({ runs }) => numberWords(runs), isNumber: true },
    { title: 'failure', html: ({ title }) => text(title), isLong: true },
    { title: 'category', html: ({ category }) => text(category) },
    { title: 'jobs', html: ({ jobs: names }) => text(names.join(', ')) },
    {
      title: 'last seen',
      html: ({ lastRun, lastMs }) => `${lastMs === null ? '' : `<time>${timeWords(lastMs).slice(0, 10)}</time> `}run ${lastRun}`,
    },
  ])
}

function runs({ recent }: Dashboard['workflows'][number]): string {
  return htmlTable('Newest runs', recent, [
    { title: 'run', html: ({ run }) => String(run), isNumber: true },
    { title: 'when', html: ({ at }) => `<time>${timeWords(Date.parse(at))}</time>` },
    { title: 'outcome', html: ({ outcome: last, recovered }) => outcome(last === 'passed' && recovered ? 'flaky' : last) },
    { title: 'took', html: ({ durationMs }) => durationWords(durationMs), isNumber: true },
    { title: 'tries', html: ({ attempts }) => String(attempts), isNumber: true },
    { title: 'branch', html: ({ branch, pullRequest }) => text(pullRequest === null ? (branch ?? '') : `#${pullRequest}`) },
    {
      title: 'what failed',
      isLong: true,
      html: ({ failures: titles, failedJobs }) => text([failedJobs.join(', '), titles.join('; ')].filter(Boolean).join(': ')),
    },
  ])
}

const OUTCOMES = { passed: 'good', failed: 'bad', flaky: 'doubtful' } as const

const outcome = (last: keyof typeof OUTCOMES | null) => (last === null ? '–' : `<span class="${OUTCOMES[last]}">${last}</span>`)

const tone = (failed: number) => (failed > 0.3 ? 'bad' : failed > 0.1 ? 'doubtful' : 'good')

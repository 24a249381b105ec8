import type { RecentRun, RecentWorkflow } from '../../core/history/recent.ts'
import { countWords, durationWords, percentWords, placeWords, timeWords } from '../../core/history/words.ts'
import { cutEnd } from '../../core/report/width.ts'
import { safeLine } from '../terminal/safe-text.ts'
import { sparkline } from '../terminal/sparkline.ts'
import { plain, type Style } from '../terminal/style.ts'
import { type Column, table } from '../terminal/table.ts'

/** Recent runs for a person: a title, the course of durations and outcomes, and a table for each workflow. */
export function picture(workflows: readonly RecentWorkflow[], style: Style): string {
  if (workflows.length === 0) return 'the history holds no such runs\n'
  return workflows.map(workflow => workflowPicture(workflow, style)).join('\n')
}

function workflowPicture(workflow: RecentWorkflow, style: Style): string {
  const { paint, width, unicode } = style
  const { repository, workflow: name, runs, successRate, durationP50Ms, recent } = workflow
  const oldestFirst = [...recent].reverse()
  const facts = [countWords(runs, 'run'), `${percentWords(successRate)} passed`, `median ${durationWords(durationP50Ms)}`].join(
    ' · ',
  )
  const durations = sparkline(
    oldestFirst.map(({ durationMs }) => durationMs),
    { width: width - 11, unicode },
  )
  const outcomes = oldestFirst
    .slice(-(width - 11))
    .map(run => paint[lookOf(run)](plain(MARKS[wordOf(run)], style)))
    .join('')
  return [
    paint.headline(plain(cutEnd(safeLine(placeWords(repository, name) || 'runs'), width, '…'), style)),
    paint.quiet(plain(facts, style)),
    '',
    `${paint.quiet('durations ')} ${durations}`,
    `${paint.quiet('outcomes  ')} ${outcomes}`,
    '',
    table(recent, COLUMNS, style),
  ].join('\n')
}

const COLUMNS: readonly Column<RecentRun>[] = [
  { title: 'run', text: ({ run }) => String(run), align: 'right' },
  { title: 'when (UTC)', text: ({ at }) => timeWords(Date.parse(at)), goes: 2, look: () => 'quiet' },
  { title: 'outcome', text: wordOf, look: lookOf },
  { title: 'took', text: ({ durationMs }) => durationWords(durationMs), align: 'right' },
  { title: 'tries', text: ({ attempts }) => String(attempts), align: 'right', goes: 4 },
  {
    title: 'branch',
    text: ({ branch, pullRequest }) => (pullRequest === null ? (branch ?? '') : `#${pullRequest}`),
    goes: 3,
    look: () => 'name',
  },
  { title: 'commit', text: ({ commit }) => commit?.slice(0, 8) ?? '', goes: 5, look: () => 'quiet' },
  { title: 'what failed', text: whatFailed, grows: true, goes: 1 },
]

type Word = 'passed' | 'failed' | 'flaky' | 'none'

/** A run that passed only when it was run again is shown as such. */
function wordOf({ outcome, recovered }: RecentRun): Word {
  if (outcome === null) return 'none'
  return outcome === 'passed' && recovered ? 'flaky' : outcome
}

const MARKS: Readonly<Record<Word, string>> = { passed: '·', failed: '✖', flaky: '!', none: ' ' }
const LOOKS = { passed: 'good', failed: 'bad', flaky: 'doubtful', none: 'quiet' } as const

function lookOf(run: RecentRun) {
  return LOOKS[wordOf(run)]
}

function whatFailed({ failures, failedJobs }: RecentRun): string {
  const jobs = failedJobs.join(', ')
  if (failures.length === 0) return jobs
  const more = failures.length > 1 ? ` (+${failures.length - 1})` : ''
  return `${failures[0]}${more} · ${jobs}`
}

/** A report in GitHub's Markdown, for job summaries and comments: short enough to be posted, cut honestly. */
import type { Diagnosis, Failure } from '../model/diagnosis.ts'
import type { TestReport } from '../model/test-report.ts'
import { shownCauses } from './causes.ts'
import { chooseExcerpts, type Excerpt, excerptText } from './excerpt.ts'
import { fenced, inertLine, inertMarkdown, inertProse, withoutCommands } from './inert.ts'
import { unusual } from './unusual.ts'
import { cutEnd, cutMiddle } from './width.ts'
import { confidenceWords, count, fileWords, lineWords, number2, otherFailures, place, readWords, rerunVerdict } from './words.ts'

/** How much room there is. */
export interface MarkdownOptions {
  /** Most bytes, in UTF-8; GitHub takes 65,536 characters in a comment. */
  readonly maxBytes?: number
}

const MOST_LINES = 40
const MOST_COLUMNS = 240
const MOST_ROWS = 20
const MOST_TESTS = 25

/** The report, ending in a line feed. */
export function renderMarkdown(diagnosis: Diagnosis, { maxBytes = 60_000 }: MarkdownOptions = {}): string {
  const parts: Part[] = [
    { name: 'the headline', text: head(diagnosis), rank: 0 },
    { name: 'the lines of the log', text: excerpts(diagnosis), rank: 2 },
    { name: 'the failed tests', text: diagnosis.tests.map(failedTests).filter(Boolean).join('\n\n'), rank: 4 },
    { name: 'the explanation', text: titled('Why', prose(diagnosis.explanation, 2000)), rank: 3 },
    { name: 'the suspects', text: titled('Suspects', causes(diagnosis)), rank: 2.5 },
    {
      name: 'what is unusual',
      text: titled(
        'Unusual',
        unusual(diagnosis)
          .map(sentence => `- ${line(sentence, 300)}`)
          .join('\n'),
      ),
      rank: 2.7,
    },
    {
      name: 'the next steps',
      text: titled(
        'Next steps',
        diagnosis.nextSteps
          .slice(0, 20)
          .map((step, index) => `${index + 1}. ${prose(step, 600)}`)
          .join('\n'),
      ),
      rank: 1,
    },
    { name: 'the other failures', text: failureTable(otherFailures(diagnosis.failures)), rank: 5 },
    {
      name: 'the notes',
      text: titled(
        'Could not be read',
        diagnosis.notes
          .slice(0, 20)
          .map(note => `- ${line(note.text, 400)}`)
          .join('\n'),
      ),
      rank: 6,
    },
    { name: 'what was read', text: `<sub>read ${readWords(diagnosis)}</sub>`, rank: 7 },
  ]
  return `${withoutCommands(
    fit(
      parts.filter(part => part.text !== ''),
      maxBytes,
    ),
  )}\n`
}

interface Part {
  readonly name: string
  readonly text: string
  /** The highest goes first when there is no room. */
  readonly rank: number
}

/** As many parts as there is room for, and a sentence that names the others. */
function fit(parts: readonly Part[], maxBytes: number): string {
  const kept = [...parts]
  const left: string[] = []
  for (;;) {
    const cut = left.length > 0 ? [`_Left out for want of room: ${left.join(', ')}._`] : []
    const text = [...kept.map(part => part.text), ...cut].join('\n\n')
    const last = kept.toSorted((a, b) => b.rank - a.rank)[0]
    if (new TextEncoder().encode(text).length + 1 <= maxBytes || last === undefined || last.rank === 0) return text
    kept.splice(kept.indexOf(last), 1)
    left.push(last.name)
  }
}

function head({ headline, category, confidence, transient, failures, highlights }: Diagnosis): string {
  const title = `### ${failures.length > 0 ? '❌ ' : ''}${line(headline, 300)}`
  if (failures.length === 0 && highlights.length === 0) return title
  const verdict = `**${category}** · ${confidenceWords(confidence)} (${number2(confidence)}) · ${rerunVerdict(transient)}`
  const root = failures[0]
  return [title, verdict, root ? where(root) : ''].filter(Boolean).join('\n\n')
}

function where(failure: Failure): string {
  const at = line(place(failure, '›'), 300)
  return [at, lineWords(failure.lines), line(fileWords(failure), 300)].filter(Boolean).join(', ')
}

function excerpts(diagnosis: Diagnosis): string {
  const root = diagnosis.failures[0]
  const shown = chooseExcerpts(diagnosis, MOST_LINES)
  const message =
    root && !shown.some(excerpt => excerpt.rows.some(row => 'n' in row && row.matched))
      ? fenced(clip(root.message.split('\n', 1)[0] ?? ''))
      : ''
  return [message, ...shown.map((excerpt, index) => block(excerpt, index === 0, root))].filter(Boolean).join('\n\n')
}

function block(excerpt: Excerpt, open: boolean, root: Failure | undefined): string {
  const job = excerpt.job !== null && excerpt.job !== root?.job ? ` of ${line(excerpt.job, 120)}` : ''
  const lines = count(excerpt.rows.filter(row => 'n' in row).length, 'line')
  return `<details${open ? ' open' : ''}><summary>${lines} of the log${job}</summary>\n\n${fenced(excerptText(excerpt, clip))}\n\n</details>`
}

function failedTests(report: TestReport): string {
  const failed = Math.max(report.failed, report.failedTests.length)
  if (failed === 0) return ''
  const shown = report.failedTests.slice(0, MOST_TESTS)
  const items = shown.map(
    ({ name, message }) => `- ${line(name, 200)}${message ? `: ${line(message.trim().split('\n', 1)[0] ?? '', 300)}` : ''}`,
  )
  const more = failed - shown.length > 0 && shown.length > 0 ? [`- and ${failed - shown.length} more`] : []
  return [
    `**Failed tests**: ${failed} of ${count(Math.max(report.total, failed), 'test')}, ${line(report.framework, 40)}`,
    '',
    ...items,
    ...more,
  ]
    .join('\n')
    .trimEnd()
}

function causes(diagnosis: Diagnosis): string {
  return shownCauses(diagnosis)
    .flatMap(({ title, verdict, evidence }, index) => [
      `${index + 1}. ${line(title, 200)}: ${verdict}`,
      ...evidence.map(({ sign, text }) => `   - ${sign === '+' ? 'for' : 'against'}: ${line(text, 300)}`),
    ])
    .join('\n')
}

function failureTable(failures: readonly Failure[]): string {
  if (failures.length === 0) return ''
  const rows = failures
    .slice(0, MOST_ROWS)
    .map(failure => `| ${line(failure.title, 160)} | ${failure.category} | ${where(failure)} |`)
  const more = failures.length > MOST_ROWS ? [`| and ${failures.length - MOST_ROWS} more | | |`] : []
  return ['| Also failed | Category | Where |', '| --- | --- | --- |', ...rows, ...more].join('\n')
}

function titled(title: string, text: string): string {
  return text === '' ? '' : `**${title}**\n\n${text}`
}

function line(text: string, width: number): string {
  return inertMarkdown(cutEnd(inertLine(text), width, '…'))
}

function prose(text: string, width: number): string {
  return inertProse(cutEnd(inertLine(text), width, '…').trim())
}

function clip(text: string): string {
  return cutMiddle(inertLine(text), MOST_COLUMNS, '…')
}

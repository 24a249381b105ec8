/** A report as one page of HTML: no script, nothing loaded from elsewhere, readable on a phone and in the dark. */
import type { Diagnosis, Failure } from '../model/diagnosis.ts'
import type { TestReport } from '../model/test-report.ts'
import { shownCauses } from './causes.ts'
import { chooseExcerpts, type Excerpt, type Row } from './excerpt.ts'
import { htmlPage, text } from './html-page.ts'
import { STYLE } from './html-style.ts'
import { inertHtml, inertHtmlProse } from './inert.ts'
import { unusual } from './unusual.ts'
import { confidenceWords, count, fileWords, lineWords, number2, place, readWords, rerunTone, rerunVerdict } from './words.ts'

const MOST_LINES = 80
const MOST_TESTS = 200
/** Tests shown without a click. */
const OPEN_TESTS = 5

/** The page, ending in a line feed. */
export function renderHtml(diagnosis: Diagnosis): string {
  const body = [
    head(diagnosis),
    ...chooseExcerpts(diagnosis, MOST_LINES).map(excerpt => excerptSection(excerpt, diagnosis.failures[0])),
    ...diagnosis.tests.map(failedTests),
    section('Why', diagnosis.explanation ? `<p>${inertHtmlProse(diagnosis.explanation)}</p>` : ''),
    section('Suspects', list('ol', shownCauses(diagnosis).map(suspect))),
    section('Unusual', list('ul', unusual(diagnosis).map(text))),
    section('Next', list('ol', diagnosis.nextSteps.map(inertHtmlProse))),
    section('Also failed', list('ul', diagnosis.failures.slice(1).map(furtherFailure))),
    section(
      'Could not be read',
      list(
        'ul',
        diagnosis.notes.map(note => text(note.text)),
      ),
    ),
    `<footer>read ${readWords(diagnosis)}, ${text(diagnosis.source.name)}</footer>`,
  ]
  return htmlPage({ title: diagnosis.headline, style: STYLE, body })
}

function head(diagnosis: Diagnosis): string {
  const { headline, category, confidence, transient, failures, highlights } = diagnosis
  const title = `<h1>${text(headline)}</h1>`
  if (failures.length === 0 && highlights.length === 0) return `<header>${title}</header>`
  const root = failures[0]
  return [
    '<header>',
    title,
    `<p class="facts"><span class="category">${category}</span> <span>${confidenceWords(confidence)} (${number2(confidence)})</span> <span class="${rerunTone(transient)}">${rerunVerdict(transient)}</span></p>`,
    root ? `<p class="where">${where(root)}</p>` : '',
    root && !root.lines && root.message ? `<pre class="message">${text(root.message)}</pre>` : '',
    '</header>',
  ]
    .filter(Boolean)
    .join('\n')
}

function excerptSection({ job, rows }: Excerpt, root: Failure | undefined): string {
  const title = job !== null && job !== root?.job ? `<h2>${text(job)}</h2>\n` : ''
  return `<section>${title}<div class="log" role="region" aria-label="Lines of the log" tabindex="0"><table>\n${rows.map(tableRow).join('\n')}\n</table></div></section>`
}

function tableRow(row: Row): string {
  if ('gap' in row) return `<tr class="gap"><td></td><td>${count(row.gap, 'line')} left out</td></tr>`
  return `<tr${row.matched ? ' class="matched"' : ''}><td>${row.n}</td><td>${text(row.text)}</td></tr>`
}

function failedTests(report: TestReport): string {
  const failed = Math.max(report.failed, report.failedTests.length)
  if (failed === 0) return ''
  const shown = report.failedTests.slice(0, MOST_TESTS)
  const items = shown.map(({ name, message }) => `<b>${text(name)}</b>${message ? `<pre>${inertHtml(message)}</pre>` : ''}`)
  const folded = items.slice(OPEN_TESTS)
  const rest = folded.length > 0 ? `<details><summary>${folded.length} more</summary>\n${list('ul', folded)}</details>` : ''
  const unnamed = failed > shown.length ? `<p>and ${failed - shown.length} more that are not named</p>` : ''
  const told = `<p>${failed} of ${count(Math.max(report.total, failed), 'test')}, ${text(report.framework)}</p>`
  return section('Failed tests', [told, list('ul', items.slice(0, OPEN_TESTS)), rest, unnamed].filter(Boolean).join('\n'))
}

function furtherFailure(failure: Failure): string {
  const at = where(failure)
  return `${text(failure.title)}${at ? ` <small>${at}</small>` : ''}`
}

function suspect({ title, verdict, evidence }: ReturnType<typeof shownCauses>[number]): string {
  const items = evidence.map(({ sign, text: told }) => `${sign === '+' ? '' : 'against: '}${text(told)}`)
  return `<b>${text(title)}</b> <small>${verdict}</small>${list('ul', items)}`
}

function where(failure: Failure): string {
  return [place(failure, '›'), lineWords(failure.lines), fileWords(failure)].filter(Boolean).map(text).join(', ')
}

function section(title: string, content: string): string {
  return content === '' ? '' : `<section><h2>${title}</h2>\n${content}</section>`
}

function list(tag: 'ol' | 'ul', items: readonly string[]): string {
  return items.length === 0 ? '' : `<${tag}>\n${items.map(item => `<li>${item}</li>`).join('\n')}\n</${tag}>`
}

import { text } from '../report/html-page.ts'

/**
 * Charts as SVG that stretches to its place: the picture alone is SVG, in units of its own (one a value across, 100 up), and what is to be
 * read stands around it as HTML, so that letters keep their size on a phone. Lines keep their width by `vector-effect`.
 */
export interface Chart {
  readonly title: string
  /** One sentence that says what the picture shows, for those who do not see it. */
  readonly summary: string
  /** What each place across stands for. */
  readonly labels: readonly string[]
  readonly series: readonly ChartSeries[]
  write(value: number): string
  /** What the values are; decides which numbers at the axis are round. */
  readonly kind: 'number' | 'share' | 'ms'
  /** At the top; by default a round number above all values. */
  readonly high?: number
}

export interface ChartSeries {
  readonly name: string
  readonly look: 'bars' | 'line' | 'second-line' | 'bad-bars'
  /** NaN where there is none. */
  readonly values: readonly number[]
}

const HEIGHT = 100

/** A figure with its title, legend, axes, and a table that says the same. */
export function chartFigure(chart: Chart, id: string): string {
  const { title, summary, labels, series, write } = chart
  const largest = Math.max(0, ...series.flatMap(({ values }) => values.filter(Number.isFinite)))
  const high = chart.high ?? (chart.kind === 'ms' ? roundTimeAbove(largest) : roundAbove(largest))
  const width = Math.max(1, labels.length)
  const pictures = series.map(one => (one.look.endsWith('bars') ? bars(one, high) : line(one, high)))
  const legend =
    series.length > 1
      ? `<ul class="legend">${series.map(({ name, look }) => `<li><i class="${look}"></i>${text(name)}</li>`).join('')}</ul>`
      : ''
  const [first = '', last = ''] = [labels[0], labels.at(-1)]
  const middle = labels.length > 4 ? `<span>${text(labels[labels.length >> 1] ?? '')}</span>` : ''
  return `<figure class="chart">
<figcaption><h3 id="${id}">${text(title)}</h3>${legend}</figcaption>
<div class="plot">
<div class="high" aria-hidden="true"><span>${text(write(high))}</span><span>${text(write(high / 2))}</span><span>${text(write(0))}</span></div>
<svg role="img" aria-labelledby="${id} ${id}-what" viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none">
<desc id="${id}-what">${text(summary)}</desc>
<path class="grid" d="M0 0.5H${width}M0 50H${width}M0 99.5H${width}"/>
${pictures.join('\n')}
${labels.map((label, i) => hover(label, i, chart)).join('\n')}
</svg>
<div class="across" aria-hidden="true"><span>${text(first)}</span>${middle}<span>${labels.length > 1 ? text(last) : ''}</span></div>
</div>
<details><summary>The same as a table</summary>
${valueTable(chart)}
</details>
</figure>`
}

/** A line without axes, for a cell of a table. */
export function sparkSvg(values: readonly number[], summary: string): string {
  if (values.length < 2) return ''
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const scaled = values.map(value => (high > low ? ((value - low) / (high - low)) * 88 + 6 : 50))
  return `<svg class="spark" role="img" aria-label="${text(summary)}" viewBox="0 0 ${values.length - 1} ${HEIGHT}" preserveAspectRatio="none"><path class="line" d="M${scaled.map((value, i) => `${i} ${figure(HEIGHT - value)}`).join('L')}"/></svg>`
}

function bars({ values, look }: ChartSeries, high: number): string {
  const path = values.map((value, i) => {
    const tall = figure((value / high) * HEIGHT)
    return value > 0 ? `M${i + 0.12} ${HEIGHT}V${figure(HEIGHT - tall)}H${i + 0.88}V${HEIGHT}Z` : ''
  })
  return `<path class="${look}" d="${path.join('')}"/>`
}

/** Through the middle of each place; alone between gaps, a dash. */
function line({ values, look }: ChartSeries, high: number): string {
  let isDown = false
  const path = values.map((value, i) => {
    if (Number.isNaN(value)) {
      isDown = false
      return ''
    }
    const y = figure(HEIGHT - (value / high) * HEIGHT)
    const isAlone = !isDown && !Number.isFinite(values[i + 1])
    const step = isAlone ? `M${i + 0.2} ${y}H${i + 0.8}` : `${isDown ? 'L' : 'M'}${i + 0.5} ${y}`
    isDown = true
    return step
  })
  return `<path class="${look}" d="${path.join('')}"/>`
}

/** What a place says when a pointer rests on it. */
function hover(label: string, i: number, { series, write }: Chart): string {
  const told = series.map(({ name, values }) => `${name}: ${write(values[i] ?? Number.NaN)}`)
  return `<rect class="hover" x="${i}" y="0" width="1" height="${HEIGHT}"><title>${text(`${label}\u2002${told.join(', ')}`)}</title></rect>`
}

function valueTable({ labels, series, write, title }: Chart): string {
  const head = series.map(({ name }) => `<th scope="col" class="number">${text(name)}</th>`).join('')
  const rows = labels.map(
    (label, i) =>
      `<tr><th scope="row">${text(label)}</th>${series.map(({ values }) => `<td class="number">${text(write(values[i] ?? Number.NaN))}</td>`).join('')}</tr>`,
  )
  return `<div class="scroll" role="region" aria-label="${text(title)}" tabindex="0"><table><thead><tr><th scope="col">from</th>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`
}

/** Times whose half reads well, too: seconds, minutes, hours, days. */
const ROUND_MS = [
  ...[1, 2, 4, 6, 10, 20, 30, 40].map(seconds => seconds * 1000),
  ...[1, 2, 4, 6, 10, 16, 20, 30, 40].map(minutes => minutes * 60_000),
  ...[1, 2, 4, 6, 8, 12, 16, 24, 36].map(hours => hours * 3_600_000),
]
const DAY_MS = 86_400_000

const roundTimeAbove = (ms: number): number =>
  ms < 1000 ? roundAbove(ms) : (ROUND_MS.find(round => round >= ms) ?? roundAbove(ms / DAY_MS) * DAY_MS)

/** Below, powers of ten run out of digits. */
const TINY = 1e-300

/** The next of 1, 2, 3, 4, 5, 6, 8 times a power of ten. */
function roundAbove(value: number): number {
  if (!(value > TINY)) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return power * ([1, 2, 3, 4, 5, 6, 8, 10].find(step => step * power >= value * 0.999) ?? 10)
}

const figure = (value: number) => Math.round(value * 100) / 100

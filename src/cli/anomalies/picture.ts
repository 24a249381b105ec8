import type { Point, SeriesScore } from '../../core/model/series.ts'
import { explain } from '../../core/series/explain.ts'
import { marks, sparkline } from '../terminal/sparkline.ts'

/** Findings beyond so many are counted, not told. */
const MOST = 12

export interface PictureOptions {
  readonly width: number
  readonly unicode: boolean
}

/** A series and what was found in it, for a person: its course with marks, and a sentence a finding, the surest first where they are many. */
export function picture(file: string, points: readonly Point[], found: SeriesScore, options: PictureOptions): string {
  const width = Math.min(options.width - 2, 120)
  const { findings } = found
  const indexes = (kinds: readonly string[]) => findings.filter(({ kind }) => kinds.includes(kind)).map(({ index }) => index)
  const under = marks(points.length, width, [
    ['^', found.changePoints],
    ['o', found.anomalies],
    ['!', indexes(['unusual'])],
  ])
  const values = points.map(({ value }) => value)
  const told = surest(found).map(finding => `  ${MARK[finding.kind]} ${plain(explain(finding, points), options)}`)
  return [
    `${file}: ${count(points.length, 'point')}, ${findings.length === 0 ? 'nothing unusual' : count(findings.length, 'finding')}`,
    ...(points.length > 0 ? [`  ${sparkline(values, { width, unicode: options.unicode })}`] : []),
    ...(under ? [`  ${under}`] : []),
    ...told,
    ...(findings.length > MOST ? [`  … and ${findings.length - MOST} more; --json has all`] : []),
    '',
  ]
    .map(line => plain(line, options))
    .join('\n')
}

const MARK = { level: '^', spread: '^', rate: '^', point: 'o', unusual: '!' } as const

/** The surest few, in order of time; a lasting change is worth more than a point. */
function surest({ findings }: SeriesScore) {
  const worth = ({ kind, score }: (typeof findings)[number]) => score + (MARK[kind] === '^' ? 1 : 0)
  return [...findings]
    .sort((a, b) => worth(b) - worth(a))
    .slice(0, MOST)
    .sort((a, b) => a.index - b.index)
}

const plain = (text: string, { unicode }: PictureOptions) =>
  unicode ? text : text.replace(/[×−±…]/g, sign => ({ '×': 'x', '−': '-', '±': '+/-', '…': '...' })[sign] ?? '')

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`

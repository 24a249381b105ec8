import { numberWords } from '../../core/history/words.ts'
import type { History } from './open.ts'

type Rescue = NonNullable<History['store']['rescue']>

/** `1,204 rows are saved, 12 of them in part; lost are 3 of step, some of job`. */
export function rescueWords(rescue: Rescue): string {
  const tables = Object.entries(rescue)
  const sum = (of: (saved: Rescue['job']) => number) => tables.reduce((total, [, saved]) => total + of(saved), 0)
  const inPart = sum(saved => saved.inPart)
  const saved = sum(({ whole }) => whole) + inPart
  const lost = tables.flatMap(([table, rows]) =>
    rows.lost === 0 ? [] : [`${rows.lost === null ? 'some' : numberWords(rows.lost)} of ${table}`],
  )
  return `${numberWords(saved)} rows are saved${inPart > 0 ? `, ${numberWords(inPart)} of them in part` : ''}; ${lost.length > 0 ? `lost are ${lost.join(', ')}` : 'none is lost'}`
}

/** The same table by table. */
export const rescueTable = (rescue: Rescue): string =>
  ['  table               saved    in part       lost\n']
    .concat(
      Object.entries(rescue).map(([table, { whole, inPart, lost }]) =>
        [`  ${table.padEnd(14)}`, cell(whole), cell(inPart), lost === null ? '    unknown' : cell(lost)].join('').concat('\n'),
      ),
    )
    .join('')

const cell = (count: number) => String(count).padStart(11)

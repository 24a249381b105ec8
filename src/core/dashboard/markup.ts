import { text } from '../report/html-page.ts'

/** A sentence of ours that may hold words of strangers; its dates and times stay in one piece. */
export const sentence = (value: string): string => text(value).replace(/\b\d{4}-\d\d-\d\d(?: \d\d:\d\d)?\b/g, '<time>$&</time>')

/** A part of the page; nothing where it is empty. */
export const section = (title: string, content: string, id: string): string =>
  content === '' ? '' : `<section aria-labelledby="${id}"><h2 id="${id}">${text(title)}</h2>\n${content}\n</section>`

export interface Cell<Row> {
  readonly title: string
  /** Markup: made of `text`. */
  html(row: Row): string
  /** Right-aligned. */
  readonly isNumber?: true
  /** Wide enough to read a sentence in. */
  readonly isLong?: true
  /** What the style calls it. */
  readonly name?: string
  /** Markup below the title. */
  readonly axis?: string
}

/** A table that scrolls sideways by itself where the page is narrow, or looks otherwise there, as its class says. */
export function htmlTable<Row>(label: string, rows: readonly Row[], cells: readonly Cell<Row>[], look = ''): string {
  const side = ({ isNumber, isLong, name }: Cell<Row>) => {
    const classes = [isNumber ? 'number' : isLong ? 'long' : '', name ?? ''].filter(Boolean).join(' ')
    return classes ? ` class="${classes}"` : ''
  }
  const head = cells.map(cell => `<th scope="col"${side(cell)}>${text(cell.title)}${cell.axis ?? ''}</th>`).join('')
  const body = rows.map(row => `<tr>${cells.map(cell => `<td${side(cell)}>${cell.html(row)}</td>`).join('')}</tr>`)
  return `<div class="scroll${look && ` ${look}`}" role="region" aria-label="${text(label)}" tabindex="0"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`
}

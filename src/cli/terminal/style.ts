import { createPaint, type Paint } from '../../core/report/paint.ts'
import type { Environment } from '../environment.ts'
import { isAsciiOnly } from './ascii.ts'

/** What a picture in text has to work with. */
export interface Style {
  /** Columns. */
  readonly width: number
  readonly unicode: boolean
  readonly paint: Paint
}

const UNKNOWN_WIDTH = 100
const NARROWEST = 24

export const styleOf = ({ out, variables }: Pick<Environment, 'out' | 'variables'>): Style => ({
  width: Math.max(NARROWEST, out.columns ?? UNKNOWN_WIDTH),
  unicode: !isAsciiOnly(variables),
  paint: createPaint({ color: out.colour }),
})

/** The text in ASCII, where the terminal shows no more. */
export const plain = (text: string, { unicode }: Pick<Style, 'unicode'>): string =>
  unicode ? text : text.replace(/[×−±…›–→·✔✖•]/g, sign => IN_ASCII[sign] ?? '?')

const IN_ASCII: Readonly<Record<string, string>> = {
  '×': 'x',
  '−': '-',
  '±': '+/-',
  '…': '...',
  '›': '>',
  '–': '-',
  '→': '->',
  '·': '-',
  '✔': '+',
  '✖': 'x',
  '•': '*',
}

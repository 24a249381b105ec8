import { SherpaError } from '../../core/model/trouble.ts'

/** A number, of any sign. */
export function finite(text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value)) return value
  throw new SherpaError({
    code: 'bad-option',
    kind: 'usage',
    message: `${JSON.stringify(text)} is not a number`,
    hint: 'write it like 0.01',
  })
}

import { SherpaError } from '../model/trouble.ts'
import type { DocumentText } from './document-texts.ts'
import type { HistoryRow } from './row.schema.ts'

/** Checks a row of an exported history; what is wrong is thrown, with its line and path. */
export type RowParser = (document: DocumentText) => HistoryRow

/** @param name as messages call the input */
export async function createRowParser(name: string): Promise<RowParser> {
  const { rowSchema } = await import('./row.schema.ts')
  return document => {
    const refuse = (what: string) =>
      new SherpaError({ code: 'row-invalid', kind: 'usage', message: `${name}:${document.line}: ${what}` })
    if ('trouble' in document) throw refuse(document.trouble)
    const checked = rowSchema.safeParse(parseJson(document.text, refuse))
    if (checked.success) return checked.data
    const [issue] = checked.error.issues
    throw refuse(`${issue?.path.join('.') || 'the row'}: ${issue?.message ?? 'is not valid'}`)
  }
}

function parseJson(text: string, refuse: (what: string) => SherpaError): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refuse('this is not JSON')
  }
}

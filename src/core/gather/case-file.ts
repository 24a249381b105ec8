import type { CaseFile } from '../model/case-file.ts'
import { SherpaError } from '../model/trouble.ts'

/** Reads the text of a saved case file; throws a SherpaError that says what is wrong with it. */
export async function parseCaseFile(text: string, name: string): Promise<CaseFile> {
  const value = parseJson(text, name)
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined
  if (schema !== 'sherpa.case/1') throw refusal(`${name} is no case file: its schema is ${JSON.stringify(schema) ?? 'missing'}`)
  const { caseFileSchema } = await import('./case-file.schema.ts')
  const checked = caseFileSchema.safeParse(value)
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  throw refusal(`${name} is a damaged case file: ${issue?.path.join('.') || 'its top'} is not what it should be`)
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refusal(`${name} is no case file: it is not JSON`)
  }
}

const refusal = (message: string) =>
  new SherpaError({
    code: 'not-a-case',
    kind: 'usage',
    message,
    hint: 'save a case with sherpa diagnose … --save-case case.json',
  })

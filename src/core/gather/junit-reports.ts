import type { Note } from '../model/case-file.ts'
import type { TestReport } from '../model/test-report.ts'
import type { TextFile } from './input.ts'

/** What files of JUnit XML report; what is wrong with one is told, and the rest of it is kept. */
export async function junitReports(files: readonly TextFile[], tell: (note: Note) => void): Promise<TestReport[]> {
  if (files.length === 0) return []
  const { parseJunitXml } = await import('../tests/junit-xml.ts')
  return files.flatMap(({ name, text }) => {
    const parsed = parseJunitXml(text, name)
    if (!('trouble' in parsed)) return [parsed]
    tell({ code: 'report-broken', text: `${parsed.trouble}.` })
    return parsed.report ? [parsed.report] : []
  })
}

import type { CaseFile } from '../model/case-file.ts'
import type { Diagnosis } from '../model/diagnosis.ts'

/** Lines before and after what is quoted. */
const NEAR = 2

/** The lines that a diagnosis quotes with those around them, a text for each place: they tell what is secret in the quotes. */
export function surroundings(
  { logs }: Pick<CaseFile, 'logs'>,
  diagnosis: Pick<Diagnosis, 'failures' | 'highlights' | 'tests'>,
): string[] {
  const { failures, highlights, tests } = diagnosis
  const quoted = new Set<number>()
  for (const { lines } of [...failures, ...highlights, ...tests.flatMap(({ failedTests }) => failedTests)])
    if (lines) for (let n = lines[0] - NEAR; n <= Math.min(lines[1], lines[0] + MOST_LINES) + NEAR; n++) quoted.add(n)
  return logs.flatMap(({ lines }) => runs(lines.filter(({ n }) => quoted.has(n))))
}

const MOST_LINES = 200

/** Lines that follow one another, as one text. */
function runs(lines: readonly { readonly n: number; readonly text: string }[]): string[] {
  const texts: string[] = []
  let next = -1
  for (const { n, text } of lines) {
    if (n === next) texts.push(`${texts.pop()}\n${text}`)
    else texts.push(text)
    next = n + 1
  }
  return texts
}

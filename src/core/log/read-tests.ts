import type { LogLine } from '../model/log.ts'
import type { TestFramework, TestReport } from '../model/test-report.ts'
import { createTextFinder, type TextFinder } from './text-finder.ts'

/** Test frameworks made ready: which literal speaks for which of them. */
export interface Frameworks {
  readonly all: readonly TestFramework[]
  readonly finder: TextFinder
  /** The framework (index) of each literal. */
  readonly ownerOf: readonly number[]
}

export function createFrameworks(all: readonly TestFramework[]): Frameworks {
  const finder = createTextFinder(all.flatMap(({ needles }) => needles))
  return { all, finder, ownerOf: all.flatMap(({ needles }, i) => needles.map(() => i)) }
}

/** What each framework reported whose literals occur outside of echoed script. */
export function readTests(lines: readonly LogLine[], { all, finder, ownerOf }: Frameworks): TestReport[] {
  const isPresent = new Uint8Array(all.length)
  for (const line of lines)
    if (!line.echo) for (const literal of finder.find(line.text)) isPresent[ownerOf[literal] as number] = 1
  return all.flatMap((framework, i) => {
    const report = isPresent[i] === 1 ? framework.parse(lines) : null
    return report ? [report] : []
  })
}

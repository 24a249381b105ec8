import { createTextFinder } from '../log/text-finder.ts'
import type { LineRef } from '../model/diagnosis.ts'
import { lineKind } from '../pointers/line-kind.ts'
import type { Scene } from './signal.ts'

/** Where a changed file is named: as the place of a failure, as that of a failing test, or in a line that tells of trouble. */
export interface Mention {
  readonly where: 'failure' | 'test' | 'trouble'
  readonly at?: LineRef
}

/** Names that stand everywhere. */
const SHORTEST = 5

/** By the index of the path, the most telling mention of each. */
export function mentionsOf({ file, failures }: Scene, paths: readonly string[]): Map<number, Mention> {
  const found = new Map<number, Mention>()
  const byPlace = (place: string | undefined, mention: Mention) => {
    if (place === undefined) return
    paths.forEach((path, index) => {
      if (!found.has(index) && isSameFile(place, path)) found.set(index, mention)
    })
  }
  for (const { file: place, lines, job } of failures)
    byPlace(place, { where: 'failure', ...(lines ? { at: { job, line: lines[0] } } : {}) })
  const tests = [...file.reports, ...file.logs.flatMap(log => log.tests)].flatMap(({ failedTests }) => failedTests)
  for (const test of tests.slice(0, 200)) byPlace(test.file ?? test.name.split('::', 1)[0], { where: 'test' })
  const finder = createTextFinder(paths.map(tailOf))
  for (const { lines, job } of file.logs)
    for (const line of lines) {
      const kind = lineKind(line, line.text.slice(0, 2000))
      if (kind === undefined || kind === 'aside') continue
      for (const index of finder.find(line.text.slice(0, 2000)))
        if (!found.has(index) && tailOf(paths[index] as string).length >= SHORTEST)
          found.set(index, { where: 'trouble', at: { job, line: line.n } })
    }
  return found
}

/** The last two parts of a path: a name alone stands for too much. */
const tailOf = (path: string) => path.split('/').slice(-2).join('/')

/** One path ends as the other does, from a folder on. */
function isSameFile(place: string, path: string): boolean {
  const [long, short] = [place.replace(/\\/g, '/').replace(/^\.\//, ''), path].sort((a, b) => b.length - a.length) as [
    string,
    string,
  ]
  return long === short || (long.endsWith(`/${short}`) && (short.includes('/') || !place.includes('/')))
}

import { createKeeper } from '../log/keep.ts'
import { examine } from '../log/read.ts'
import type { Match } from '../model/case-file.ts'
import type { Rule } from '../model/rule.ts'
import { createMatcher } from './match.ts'
import { tellingTexts } from './telling-texts.ts'

/** Where rules hit in a log, in the order of lines, and nothing else of it; in a huge log, in the parts that a diagnosis would read. */
export async function findMatches(bytes: AsyncIterable<Uint8Array>, rules: readonly Rule[]): Promise<readonly Match[]> {
  const matcher = createMatcher(rules)
  const keeper = createKeeper({ telling: () => tellingTexts(rules) })
  for await (const chunk of bytes) keeper.push(chunk)
  return examine(keeper.end(), { matcher, frameworks: [] }).matches
}

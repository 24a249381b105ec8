import type { Section } from '../model/log.ts'
import type { ReadLine } from './lines.ts'
import { createSectionBuilder, type Structure } from './section-builder.ts'

/**
 * Lines → steps, groups and commands. Tolerates what real logs do: groups that nest or never close, sections cut off by the end,
 * gaps. A step ends where the next begins; a command where the next command, step or verdict stands.
 */
export function buildStructure(lines: readonly ReadLine[]): Structure {
  const builder = createSectionBuilder()
  lines.forEach((line, i) => {
    builder.enter(line)
    const { marked } = line
    if (!marked || isDiff(lines, i)) {
      builder.pass(line)
      return
    }
    for (const event of marked.before ?? []) builder.say(event, line)
    const isPrinted = marked.traits?.includes('header') && builder.isInGroup() && !isHeader(lines[i + 1])
    builder.say(isPrinted ? { mark: 'group', name: marked.name ?? '' } : marked, line)
  })
  return builder.end()
}

/** Whether a step's header goes on here: its inputs, its environment, its script. */
const isHeader = (next: ReadLine | undefined) =>
  next !== undefined && (next.echo || /^(?:with:|env:|shell: |##\[endgroup\])/.test(next.text))

/** Whether a line is one of a diff rather than of a shell's trace. */
function isDiff(lines: readonly ReadLine[], i: number): boolean {
  if (lines[i]?.marked?.mark !== 'command' || !lines[i]?.text.startsWith('+ ')) return false
  return Boolean(lines[i - 1]?.text.startsWith('- ') || lines[i + 1]?.text.startsWith('- '))
}

/** The innermost section of a kind around a line. Sections are sorted by their first line. */
export function sectionAt(sections: readonly Section[], n: number, kind: Section['kind']): Section | undefined {
  let found: Section | undefined
  for (const section of sections) {
    if (section.lines[0] > n) break
    if (section.kind === kind && section.lines[1] >= n) found = section
  }
  return found
}

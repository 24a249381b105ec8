import type { Rule } from '../model/rule.ts'

/** A rule's own example that the rule does not live up to. */
export interface BrokenExample {
  readonly rule: string
  readonly text: string
  /** What is wrong, in one clause. */
  readonly because: string
}

/** Holds a rule to its examples: those that must match, with their captures, and the near misses it must leave alone. */
export function checkExamples(rule: Rule): readonly BrokenExample[] {
  const broken: BrokenExample[] = []
  const complain = (text: string, because: string) => broken.push({ rule: rule.id, text, because })

  for (const { text, captures = {} } of rule.examples.match) {
    const found = capturesIn(rule, text)
    if (found.length === 0) complain(text, 'it should match, and no line of it does')
    else if (!found.some(have => holds(have, captures)))
      complain(text, `it should capture ${list(captures)}, and captures ${found.map(list).join(' or ')}`)
  }
  for (const text of rule.examples.miss)
    if (capturesIn(rule, text).length > 0) complain(text, 'it should be left alone, and it matches')
  return broken
}

type Captures = Readonly<Record<string, string | undefined>>

function capturesIn(rule: Rule, text: string): readonly Captures[] {
  const needles = rule.needles.map(needle => needle.toLowerCase())
  return text.split('\n').flatMap(line => {
    const folded = line.toLowerCase()
    const match = needles.some(needle => folded.includes(needle)) ? rule.pattern.exec(line) : null
    return match ? [match.groups ?? {}] : []
  })
}

const holds = (have: Captures, wanted: Captures) => Object.entries(wanted).every(([name, value]) => have[name] === value)

const list = (captures: Captures) =>
  Object.entries(captures)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(', ') || 'nothing'

import type { Extent, LinePattern, Rule } from '../model/rule.ts'

/**
 * The built-in rules as a text, which is how they are bundled: a start reads its first line, what finds and names them, and of a rule that is
 * asked for its pattern or its prose, that one further line. As code, all of it would have to be compiled first.
 */

type PackedPattern = readonly [source: string, flags: string]
type PackedExtent = Omit<Extent, 'while'> & { readonly while?: PackedPattern }
type Head = Pick<Rule, 'id' | 'category' | 'title' | 'needles' | 'role' | 'transient'> & { readonly extent?: PackedExtent }
type Details = Pick<Rule, 'explanation' | 'remedies' | 'examples'> & { readonly pattern: PackedPattern }

export function packRules(rules: readonly Rule[]): string {
  const heads = rules.map(({ pattern: _, explanation: __, remedies: ___, examples: ____, extent, ...head }) => ({
    ...head,
    ...(extent && { extent: packExtent(extent) }),
  }))
  const details = rules.map(({ pattern, explanation, remedies, examples }) => ({
    pattern: packPattern(pattern),
    explanation,
    remedies,
    examples,
  }))
  return [toAscii(heads satisfies Head[]), ...details.map(one => toAscii(one satisfies Details))].join('\n')
}

/** JSON in ASCII only: a text of a byte a character is read several times as fast. */
const toAscii = (value: unknown) =>
  JSON.stringify(value).replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

const packExtent = ({ while: more, ...extent }: Extent): PackedExtent => ({
  ...extent,
  ...(more && { while: packPattern(more) }),
})

function packPattern(pattern: LinePattern): PackedPattern {
  if (!(pattern instanceof RegExp)) throw new TypeError(`${pattern} is no regular expression`)
  return [pattern.source, pattern.flags]
}

export function unpackRules(packed: string): readonly Rule[] {
  let lines: readonly string[] | undefined
  const read = (i: number) => {
    lines ??= packed.split('\n')
    return JSON.parse(lines[i + 1] as string) as Details
  }
  const heads = packed.slice(0, packed.indexOf('\n'))
  return (JSON.parse(heads) as Head[]).map((head, i) => unpackRule(head, () => read(i)))
}

function unpackRule({ extent, ...head }: Head, read: () => Details): Rule {
  let known: (Omit<Details, 'pattern'> & { readonly pattern: RegExp }) | undefined
  const details = () => {
    if (known) return known
    const { pattern, ...prose } = read()
    known = { ...prose, pattern: new RegExp(...pattern) }
    return known
  }
  return {
    ...head,
    ...(extent && { extent: unpackExtent(extent) }),
    get pattern() {
      return details().pattern
    },
    get explanation() {
      return details().explanation
    },
    get remedies() {
      return details().remedies
    },
    get examples() {
      return details().examples
    },
  }
}

function unpackExtent({ while: more, ...extent }: PackedExtent): Extent {
  if (!more) return extent
  let known: RegExp | undefined
  return {
    ...extent,
    get while() {
      known ??= new RegExp(...more)
      return known
    },
  }
}

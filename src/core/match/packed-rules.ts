import type { Extent, LinePattern, Rule } from '../model/rule.ts'

/**
 * The built-in rules as a text, which is how they are bundled: a start reads its first line, which tells what finds each rule, and of a rule
 * that is found, its own line. As code, all of it would have to be compiled first.
 */

type PackedPattern = readonly [source: string, flags: string]
type PackedExtent = Omit<Extent, 'while'> & { readonly while?: PackedPattern }
type Head = Pick<Rule, 'id' | 'needles' | 'role'> & {
  readonly extent?: PackedExtent
  /** Of the rule's own line, without its end. */
  readonly length: number
}
type Details = Pick<Rule, 'category' | 'title' | 'transient' | 'explanation' | 'remedies' | 'examples'> & {
  readonly pattern: PackedPattern
}

export function packRules(rules: readonly Rule[]): string {
  const details = rules.map(({ category, title, pattern, transient, explanation, remedies, examples }) =>
    toAscii({
      category,
      title,
      pattern: packPattern(pattern),
      transient,
      explanation,
      remedies,
      examples,
    } satisfies Details),
  )
  const heads = rules.map(
    ({ id, needles, role, extent }, i): Head => ({
      id,
      needles,
      ...(role && { role }),
      ...(extent && { extent: packExtent(extent) }),
      length: (details[i] as string).length,
    }),
  )
  return [toAscii(heads), ...details].join('\n')
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

/** From the bytes of the text, of which only what is needed is decoded. */
export function unpackRules(packed: Uint8Array): readonly Rule[] {
  const decoder = new TextDecoder()
  const parse = (start: number, end: number) => JSON.parse(decoder.decode(packed.subarray(start, end)))
  const firstEnd = packed.indexOf(LF)
  let next = firstEnd + 1
  return (parse(0, firstEnd) as Head[]).map(head => {
    const start = next
    next += head.length + 1
    return new PackedRule(head, () => parse(start, start + head.length))
  })
}

const LF = 10

/** A class, because there are so many: an object with getters of its own takes ten times as long to make. */
class PackedRule implements Rule {
  readonly id: Rule['id']
  readonly needles: Rule['needles']
  readonly role?: NonNullable<Rule['role']>
  readonly extent?: Extent
  readonly #read: () => Details
  #known: (Omit<Details, 'pattern'> & { readonly pattern: RegExp }) | undefined

  constructor({ id, needles, role, extent }: Head, read: () => Details) {
    this.id = id
    this.needles = needles
    if (role) this.role = role
    if (extent) this.extent = unpackExtent(extent)
    this.#read = read
  }

  get #details() {
    if (this.#known) return this.#known
    const { pattern, ...prose } = this.#read()
    this.#known = { ...prose, pattern: new RegExp(...pattern) }
    return this.#known
  }

  get category() {
    return this.#details.category
  }
  get title() {
    return this.#details.title
  }
  get pattern() {
    return this.#details.pattern
  }
  get transient() {
    return this.#details.transient
  }
  get explanation() {
    return this.#details.explanation
  }
  get remedies() {
    return this.#details.remedies
  }
  get examples() {
    return this.#details.examples
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

import type { Extent, LinePattern, Rule } from '../model/rule.ts'

/**
 * The built-in rules as a text, which is how they are bundled: a start reads its first line, which tells what rules there are, and of a rule
 * that is found, its own line. The second line has the needles, for who looks for them in other ways than `builtInNeedles` does. As code, all
 * of it would have to be compiled first.
 */

type PackedPattern = readonly [source: string, flags: string]
type PackedExtent = Omit<Extent, 'while'> & { readonly while?: PackedPattern }
type Head = Pick<Rule, 'id' | 'role'> & {
  /** Of the rule's own line, without its end. */
  readonly length: number
}
type Details = Pick<Rule, 'category' | 'title' | 'transient' | 'explanation' | 'remedies' | 'examples'> & {
  readonly pattern: PackedPattern
  readonly extent?: PackedExtent
}

export function packRules(rules: readonly Rule[]): string {
  const details = rules.map(({ category, title, pattern, extent, transient, explanation, remedies, examples }) =>
    toAscii({
      category,
      title,
      pattern: packPattern(pattern),
      ...(extent && { extent: packExtent(extent) }),
      transient,
      explanation,
      remedies,
      examples,
    } satisfies Details),
  )
  const heads = rules.map(({ id, role }, i): Head => ({ id, ...(role && { role }), length: (details[i] as string).length }))
  return [toAscii(heads), toAscii(rules.map(({ needles }) => needles)), ...details].join('\n')
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
  const headsEnd = packed.indexOf(LF)
  const needlesEnd = packed.indexOf(LF, headsEnd + 1)
  let needles: Rule['needles'][] | undefined
  const text: PackedText = {
    needlesOf(index) {
      needles ??= parse(headsEnd + 1, needlesEnd) as Rule['needles'][]
      return needles[index] as Rule['needles']
    },
    detailsAt: (start, length) => parse(start, start + length),
  }
  let next = needlesEnd + 1
  return (parse(0, headsEnd) as Head[]).map((head, index) => {
    const start = next
    next += head.length + 1
    return new PackedRule(text, index, start, head)
  })
}

const LF = 10

interface PackedText {
  needlesOf(index: number): Rule['needles']
  detailsAt(start: number, length: number): Details
}

/** A class, because there are so many: an object with getters of its own takes ten times as long to make. */
class PackedRule implements Rule {
  readonly id: Rule['id']
  readonly role?: NonNullable<Rule['role']>
  readonly #text: PackedText
  readonly #index: number
  readonly #start: number
  readonly #length: number
  #known: Known | undefined

  constructor(text: PackedText, index: number, start: number, { id, role, length }: Head) {
    this.id = id
    if (role) this.role = role
    this.#text = text
    this.#index = index
    this.#start = start
    this.#length = length
  }

  get #details(): Known {
    if (this.#known) return this.#known
    const { pattern, extent, ...prose } = this.#text.detailsAt(this.#start, this.#length)
    this.#known = { ...prose, pattern: new RegExp(...pattern), extent: extent && unpackExtent(extent) }
    return this.#known
  }

  get needles() {
    return this.#text.needlesOf(this.#index)
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
  get extent() {
    return this.#details.extent
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

type Known = Omit<Details, 'pattern' | 'extent'> & { readonly pattern: RegExp; readonly extent: Extent | undefined }

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

import { type AST, RegExpParser } from '@eslint-community/regexpp'

/**
 * Lines that make a backtracking pattern work hard: whatever it repeats, repeated, behind what leads there and before what makes it fail;
 * and that again and again, so that the search begins at many places.
 */
export interface HostileLine {
  /** What it is made of, for a person. */
  readonly recipe: string
  ofLength(length: number): string
}

/** `hints` are texts that the pattern is made for: its literals, its examples. */
export function hostileLines(pattern: RegExp, hints: readonly string[] = []): readonly HostileLine[] {
  const parsed = new RegExpParser().parsePattern(pattern.source, undefined, undefined, {
    unicode: pattern.unicode,
    unicodeSets: pattern.unicodeSets,
  })
  const flags = pattern.flags.replace(/[dgy]/g, '')
  const pumped = quantifiersOf(parsed).flatMap(quantifier =>
    [...new Set(leadsTo(quantifier, flags))].flatMap(lead => pumpsOf(quantifier, flags).flatMap(pump => shapes(lead, pump))),
  )
  const texts = [...new Set(hints)].filter(text => text !== '').slice(0, MOST_HINTS)
  const plain = FILLERS.flatMap(filler => shapes('', filler))
  const hinted = texts.flatMap(text => [repeated(text), ...FILLERS.slice(0, 6).map(filler => behind(text, filler))])
  return [...new Map([...pumped, ...plain, ...hinted].map(line => [line.recipe, line])).values()]
}

const MOST_HINTS = 6
const FILLERS = [
  ' ',
  'a',
  '1',
  '.',
  '/',
  'a ',
  ':',
  '-',
  '_',
  '"',
  "'",
  '(',
  '[',
  ',',
  '\t',
  'A',
  'a.',
  'a/',
  '1.',
  'a:',
  'a-',
  '\u00e9',
]
/** Ends that most patterns do not expect. */
const ENDS = ['', '\u0001']

const shapes = (lead: string, pump: string) =>
  ENDS.flatMap(end => [behind(lead, pump, end), ...(lead === '' ? [] : [repeated(lead + pump, end)])])

const behind = (lead: string, pump: string, end = ''): HostileLine => ({
  recipe: `${show(lead)} + ${show(pump)}… + ${show(end)}`,
  ofLength: length => filled(lead, pump, length - lead.length - end.length) + end,
})

const repeated = (text: string, end = ''): HostileLine => behind('', text, end)

const filled = (lead: string, pump: string, length: number) => lead + pump.repeat(Math.max(1, Math.floor(length / pump.length)))
const show = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)

type Node = AST.Pattern | AST.Alternative | AST.Element | AST.CapturingGroup | AST.Group

/** Every repetition without an end, or with a far one. */
function quantifiersOf(node: Node): AST.Quantifier[] {
  switch (node.type) {
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives.flatMap(quantifiersOf)
    case 'Assertion':
      return node.kind === 'lookahead' || node.kind === 'lookbehind' ? node.alternatives.flatMap(quantifiersOf) : []
    case 'Alternative':
      return node.elements.flatMap(quantifiersOf)
    case 'Quantifier':
      return [...(node.max >= 8 ? [node] : []), ...quantifiersOf(node.element)]
    default:
      return []
  }
}

/** Texts that bring a match to where the quantifier begins: with as little as possible, and with what is optional. */
function leadsTo(target: AST.Quantifier, flags: string): string[] {
  return [false, true].map(isGenerous => {
    let lead = ''
    for (let node: AST.Node = target; node.parent; node = node.parent) {
      if (node.parent.type !== 'Alternative') continue
      const { elements } = node.parent
      lead =
        elements
          .slice(0, elements.indexOf(node as AST.Element))
          .map(element => sample(element, flags, isGenerous))
          .join('') + lead
    }
    return lead
  })
}

function pumpsOf({ element }: AST.Quantifier, flags: string): string[] {
  if (element.type === 'CharacterClass' || element.type === 'CharacterSet') return membersOf(element, flags).slice(0, 5)
  return [...new Set([sample(element, flags, false), sample(element, flags, true)])].filter(text => text !== '')
}

/** Some text that the element matches. */
function sample(node: AST.Element | AST.Alternative, flags: string, isGenerous: boolean): string {
  switch (node.type) {
    case 'Character':
      return String.fromCodePoint(node.value)
    case 'CharacterClass':
    case 'CharacterSet':
      return membersOf(node, flags)[0] ?? ''
    case 'Alternative':
      return node.elements.map(element => sample(element, flags, isGenerous)).join('')
    case 'Group':
    case 'CapturingGroup': {
      const alternative = node.alternatives.at(isGenerous ? -1 : 0)
      return alternative ? sample(alternative, flags, isGenerous) : ''
    }
    case 'Quantifier':
      return sample(node.element, flags, isGenerous).repeat(Math.max(node.min, isGenerous && node.max > 0 ? 1 : 0))
    default:
      return ''
  }
}

const MEMBERS = [...'a0 A/._-:"\'([{<,=*#@!|+~\\é\t✖', ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))]

/** Characters that a class accepts, in the order in which logs like them. */
function membersOf(node: AST.CharacterClass | AST.CharacterSet, flags: string): string[] {
  const pattern = new RegExp(`^${node.raw}$`, flags)
  return [...new Set(MEMBERS)].filter(char => pattern.test(char))
}

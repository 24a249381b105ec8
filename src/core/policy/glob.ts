/**
 * Whether a text matches a pattern: `*` stands for anything but `/`, `**` for anything, `?` for one character but `/`, and a whole folder `**`
 * for any folders or none. All else is itself, brackets too: `dependabot[bot]` is a login. Time is the product of both lengths.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  const signs = signsOf(pattern)
  // Which prefixes of the text the signs so far can stand for.
  let reached: readonly boolean[] = Array.from({ length: text.length + 1 }, (_, end) => end === 0)
  for (const sign of signs) reached = after(sign, reached, text)
  return reached[text.length] === true
}

/** What is wrong with a pattern, as the end of a sentence; undefined where it can be evaluated. */
export function globMistake(pattern: string): string | undefined {
  if (pattern === '') return 'is empty'
  if (pattern.startsWith('!')) return 'cannot be negated: write an earlier rule for the exception'
  if (/[{}]/.test(pattern)) return 'has braces, which are not supported: write a list'
  if (pattern.includes('\\')) return 'has a backslash: folders are told apart by /'
  return undefined
}

type Sign = { readonly kind: 'one' | 'segment' | 'any' | 'folders' } | { readonly kind: 'literal'; readonly text: string }

const SIGN = /(?<=^|\/)\*\*\/|\*\*+|\*|\?|[^*?]/g

const signsOf = (pattern: string): readonly Sign[] =>
  [...pattern.matchAll(SIGN)].map(([sign]): Sign => {
    if (sign === '**/') return { kind: 'folders' }
    if (sign === '*') return { kind: 'segment' }
    if (sign === '?') return { kind: 'one' }
    return sign.startsWith('**') ? { kind: 'any' } : { kind: 'literal', text: sign }
  })

function after(sign: Sign, reached: readonly boolean[], text: string): readonly boolean[] {
  const next = reached.map(() => false)
  let isOpen = false
  for (let end = 0; end <= text.length; end++) {
    const last = text[end - 1]
    if (sign.kind === 'literal' || sign.kind === 'one') {
      const fits = sign.kind === 'literal' ? last === sign.text : last !== undefined && last !== '/'
      next[end] = fits && reached[end - 1] === true
      continue
    }
    if (sign.kind === 'segment' && last === '/') isOpen = false
    if (sign.kind === 'folders') next[end] = reached[end] === true || (isOpen && last === '/')
    isOpen ||= reached[end] === true
    if (sign.kind !== 'folders') next[end] = isOpen
  }
  return next
}

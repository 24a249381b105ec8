import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LineMark, LogLine } from '../model/log.ts'
import type { Rule } from '../model/rule.ts'
import { createMatcher, matchLines } from './match.ts'

const rule = (parts: Partial<Rule> & Pick<Rule, 'pattern' | 'needles'>): Rule => ({
  id: 'tool/what',
  category: 'config',
  title: 'What broke',
  transient: 0.1,
  explanation: 'It broke.',
  remedies: ['Mend it.'],
  examples: { match: [], miss: [] },
  ...parts,
})
const lines = (...texts: readonly string[]): LogLine[] => texts.map((text, i) => ({ n: i + 1, text }))
const matches = (log: readonly LogLine[], ...rules: readonly Rule[]) => matchLines(log, createMatcher(rules)).matches

describe('a rule', () => {
  const missing = rule({
    needles: ['Cannot find'],
    pattern: /^Cannot find (?<package>\S+)(?: in (?<file>\S+))?/,
    title: 'cannot find {package} in {file}',
  })

  test('matches where one of its texts stands and its pattern holds; captures are named', () => {
    expect(matches(lines('ok', 'Cannot find left-pad in a.js', 'we Cannot find it'), missing)).toEqual([
      {
        rule: 'tool/what',
        category: 'config',
        role: 'cause',
        title: 'cannot find left-pad in a.js',
        lines: [2, 2],
        at: 2,
        text: 'Cannot find left-pad in a.js',
        captures: { package: 'left-pad', file: 'a.js' },
        transient: 0.1,
        repeats: 0,
      },
    ])
  })

  test('compares its texts without case, and its pattern as it is', () => {
    const anyCase = rule({ needles: ['cannot find'], pattern: /cannot find/i })
    expect(matches(lines('CANNOT FIND x'), anyCase)).toHaveLength(1)
    expect(matches(lines('CANNOT FIND x'), missing)).toHaveLength(0)
  })

  test('does not look at echoed script', () => {
    expect(matches([{ n: 1, text: 'Cannot find x', echo: true }], missing)).toEqual([])
  })

  test('takes one match a line, whichever of its texts it is found by', () => {
    const both = rule({ needles: ['error', 'failed'], pattern: /error.*failed/ })
    expect(matches(lines('an error has failed, error failed'), both)).toHaveLength(1)
  })

  test.each<[LineMark | undefined, string]>([
    [undefined, 'cause'],
    ['error', 'cause'],
    ['warning', 'summary'],
  ])('a line that the CI marks as %s is a %s', (mark, role) => {
    expect(matches([{ n: 1, text: 'Cannot find x', ...(mark ? { mark } : {}) }], missing)).toMatchObject([{ role }])
  })

  test('that repeats is listed thirty times: the first ones and the latest', () => {
    const found = matches(lines(...Array.from({ length: 100 }, (_, i) => `Cannot find p${i}`)), missing)
    expect(found).toHaveLength(30)
    expect(found[0]).toMatchObject({ at: 1, repeats: 70 })
    expect(found.map(match => match.at).slice(-3)).toEqual([98, 99, 100])
  })
})

describe('titles leave out what was not captured', () => {
  const title = (of: string, text: string) =>
    matches(lines(text), rule({ needles: ['fail'], pattern: /^fail(?: (?<name>\S+))?(?: @(?<file>\S+))?/, title: of }))[0]?.title

  test.each([
    ['{name} failed', 'fail cart', 'cart failed'],
    ['{name} failed', 'fail', 'failed'],
    ['it failed in {file}', 'fail cart', 'it failed'],
    ['it failed ({name})', 'fail', 'it failed'],
    ["it failed: '{name}'", 'fail', 'it failed'],
    ['{name} failed in {file}', 'fail cart @a.js', 'cart failed in a.js'],
    ['it failed ({name} ms) again', 'fail', 'it failed again'],
    ['it failed ({file}:{name})', 'fail cart @a.js', 'it failed (a.js:cart)'],
    ['{name} failed', "fail $&$'", "$&$' failed"],
  ])('%s of %j is %j', (of, text, expected) => {
    expect(title(of, text)).toBe(expected)
  })
})

describe('the extent of a match', () => {
  const at = (extent: NonNullable<Rule['extent']>, log: readonly LogLine[]) =>
    matches(log, rule({ needles: ['boom'], pattern: /boom/, extent }))[0]?.lines

  const log = lines('before', 'boom', '  at a', '  at b', 'after', 'later')

  test.each<[NonNullable<Rule['extent']>, readonly [number, number]]>([
    [{}, [2, 2]],
    [{ before: 1, after: 1 }, [1, 3]],
    [{ before: 9, after: 99 }, [1, 6]],
    [{ while: /^ {2}at / }, [2, 4]],
    [{ after: 1, while: /^ {2}at / }, [2, 4]],
    [{ while: /^never/ }, [2, 2]],
  ])('%j', (extent, expected) => {
    expect(at(extent, log)).toEqual(expected)
  })

  test('ends at a gap, and after forty lines', () => {
    expect(
      at({ before: 2, after: 5 }, [
        { n: 1, text: 'x' },
        { n: 5, text: 'boom' },
        { n: 6, text: 'y' },
        { n: 9, text: 'z' },
      ]),
    ).toEqual([5, 6])
    expect(at({ while: /./ }, lines('boom', ...Array.from({ length: 100 }, () => 'x')))).toEqual([1, 41])
  })
})

test('whatever the lines, matches stand in order, within the log, and say what their line says', () => {
  const some = [
    rule({ needles: ['err'], pattern: /err(?<what>.*)/, extent: { before: 2, after: 2 } }),
    rule({ id: 'tool/other', needles: ['rro'], pattern: /rro/ }),
  ]
  const word = fc.oneof(fc.constantFrom('err', 'error', 'rro', ' ', 'x'), fc.string({ unit: 'binary', maxLength: 5 }))
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 6 }), { maxLength: 30 }), texts => {
      const log = lines(...texts.map(words => words.join('')))
      const found = matches(log, ...some)
      expect(found.map(match => match.at)).toEqual(found.map(match => match.at).toSorted((a, b) => a - b))
      for (const {
        at,
        lines: [start, end],
        text,
      } of found) {
        expect(start >= 1 && start <= at && at <= end && end <= log.length).toBe(true)
        expect(log[at - 1]?.text.startsWith(text)).toBe(true)
      }
    }),
  )
})

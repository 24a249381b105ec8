import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { cpuTime } from '../../../test/cpu-time.ts'
import type { NamedPattern, PatternCompiler } from '../../core/ports/patterns.ts'
import { loadPatternCompiler } from './compile-pattern.ts'

let compile: PatternCompiler
beforeAll(async () => {
  compile = await loadPatternCompiler()
})

const pattern = (source: string, flags: '' | 'i' = ''): NamedPattern => {
  const compiled = compile(source, flags)
  if ('mistake' in compiled) throw new Error(compiled.mistake.message)
  return compiled.pattern
}

describe('matching', () => {
  test('captures have names', () => {
    const found = pattern('^proxy (?<host>\\S+): (?<code>\\d+)(?<rest> .*)?').exec('proxy a.test: 503')
    expect({ ...found?.groups }).toEqual({ host: 'a.test', code: '503', rest: undefined })
    expect(pattern('(?<host>a)(?<code>b)').captures).toEqual(['host', 'code'])
  })

  test('case counts, but for i', () => {
    expect(pattern('Boom').exec('boom')).toBeNull()
    expect(pattern('Boom', 'i').exec('x BOOM')).toEqual({ groups: {} })
  })

  test('the pattern shows itself as it was written', () => {
    expect(String(pattern('a/b', 'i'))).toBe('/a/b/i')
  })

  test('the same line gives the same answer twice', () => {
    const again = pattern('a(?<n>\\d)')
    expect([again.exec('a1')?.groups, again.exec('a2')?.groups]).toEqual([{ n: '1' }, { n: '2' }])
  })
})

describe('what the engine refuses', () => {
  test.each([
    ['ab(?=x)', 2, 'a look-ahead'],
    ['(?!x)y', 0, 'a negative look-ahead'],
    ['a(?<=x)b', 1, 'a look-behind'],
    ['a(?<!x)b', 1, 'a look-behind'],
    ['(a)-\\1', 4, 'a back-reference'],
    ['(?<n>a)\\k<n>', 7, 'a named back-reference'],
    ['(?>a)', 0, 'an atomic group'],
    ['a*+', 1, 'possessive'],
    ['x\\u0041', 1, 'a \\u escape'],
    ['abc(', 0, 'missing closing )'],
    ['ab[c', 2, 'missing closing ]'],
    ['a**', 1, 'invalid nested repetition'],
    ['a{2000}', 1, 'invalid repeat count'],
    ['(?<n>a)(?<n>b)', 10, 'duplicate capture'],
    ['a\\', 1, 'trailing backslash'],
    ['(a{30}){30}', 0, 'too large'],
  ])('%s at %i: %s', (source, offset, words) => {
    const compiled = compile(source, '')
    expect('mistake' in compiled && compiled.mistake).toMatchObject({ offset, message: expect.stringContaining(words) })
  })

  test.each(['\\(?=x', '[(?=]', '\\\\1', '[\\1]x|\\(?!'])('%s only looks like it', source => {
    expect(compile(source, '')).not.toMatchObject({ mistake: { message: expect.stringContaining('which an engine') } })
  })
})

describe('whatever the pattern', () => {
  const LINE = 64 * 1024
  const lines = [
    'a'.repeat(LINE),
    'ab 1x=:/,'.repeat(LINE / 9),
    `${'x'.repeat(LINE)}!`,
    ' '.repeat(LINE),
    '\u{1f600}é'.repeat(LINE / 3),
  ]
  const slowest = (tried: NamedPattern) => Math.max(...lines.map(line => cpuTime(() => tried.exec(line))))

  test.each([
    '(a+)+$',
    '(a|aa)+$',
    '(?<x>.*)(?<y>.*)(?<z>.*)=$',
    '([a-z]+\\s?)*!',
    '(.*,){20}P',
    '(a?){50}a{50}b',
    '(\\w+\\s*)+:',
    '(x+x+)+y',
    '[ab].{200}c',
    '(?<a>.*a.*a.*a.*a)b',
    '(.*)*(.*)*=',
  ])('%s keeps its time on lines of 64 kB', source => {
    expect(slowest(pattern(source, 'i'))).toBeLessThan(500)
  })

  test('random patterns compile or are explained, and keep their time', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '.',
      '\\w',
      '\\d',
      '[^a]',
      '(',
      ')',
      '(?:',
      '(?<n>',
      '|',
      '*',
      '+',
      '?',
      '{2,9}',
      '{50}',
      '$',
      '^',
      '\\b',
      '[a-z]',
      '.*',
      '\\',
      '[',
      ']',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const compiled = compile(pieces.join(''), '')
        if ('pattern' in compiled) expect(slowest(compiled.pattern)).toBeLessThan(500)
        else expect(compiled.mistake.offset).toBeLessThanOrEqual(pieces.join('').length)
      }),
      { numRuns: 150 },
    )
  })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cpuTime } from '../../../test/cpu-time.ts'
import { frameworks } from './index.ts'
import { parseJunitXml } from './junit-xml.ts'
import { textLines } from './lines/text-lines.ts'

const WORDS = [
  'FAIL',
  'FAILED',
  '--- FAIL: ',
  '  1) ',
  '● ',
  ' > ',
  'Tests:',
  'Tests run: 1, Failures: 1',
  '1 failing',
  '1 passing',
  '===',
  '____ ',
  '....',
  'not ok 1',
  '[',
  ']',
  '(',
  ')',
  ': ',
  '»',
  '\t',
  '  ',
  '12',
  'a.b.C',
  ' › ',
  '::',
  '{"Action":"',
  '*** ',
  '│',
  '- ',
]
const line = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 8 })), { maxLength: 12 })
  .map(parts => parts.join(''))

it('never throws, whatever the lines', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), texts => {
      for (const framework of frameworks) framework.parse(textLines(texts.join('\n')))
      parseJunitXml(texts.join('<'), 'x')
    }),
    { numRuns: 200 },
  )
})

it.each(frameworks)('$id reads long lines in linear time', framework => {
  const lines = WORDS.flatMap(word => ['', ' ', 'FAILED ', '  1) x', '- '].map(start => start + word.repeat(4000 / word.length)))
  const log = textLines([...lines, ...lines].join('\n'))
  expect(cpuTime(() => framework.parse(log))).toBeLessThan(1500)
})

it('has needles of at least three characters, and ids as files are named', () => {
  for (const { id, needles } of frameworks) {
    expect(id).toMatch(/^[a-z0-9-]+$/)
    for (const needle of needles) expect(needle.length).toBeGreaterThanOrEqual(3)
  }
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { remedies } from '../remedies/index.ts'
import type { Remedy } from './remedy.ts'
import { refusalOf } from './valid-params.ts'

const known: readonly Pick<Remedy, 'id' | 'params'>[] = [
  { id: 'rerun-run', params: {} },
  {
    id: 'restart-container',
    params: {
      name: { kind: 'text', longest: 20, pattern: /[a-z][a-z-]*/ },
      seconds: { kind: 'whole', least: 1, most: 60, optional: true },
      args: { kind: 'texts', longest: 5, most: 2, optional: true },
    },
  },
]
const refusal = (remedy: string, params: Readonly<Record<string, unknown>>) =>
  refusalOf([{ remedy, params }], known)?.text ?? null

describe('one use', () => {
  test.each<[string, Readonly<Record<string, unknown>>, string | null]>([
    ['rerun-run', {}, null],
    ['restart-container', { name: 'web' }, null],
    ['restart-container', { name: 'web', seconds: 60, args: ['a', 'b'] }, null],
    ['rerun-everything', {}, 'there is no remedy "rerun-everything"'],
    ['toString', {}, 'there is no remedy "toString"'],
    ['rerun-run', { job: 'x' }, 'rerun-run takes no "job"'],
    ['rerun-run', { constructor: 'x' }, 'rerun-run takes no "constructor"'],
    ['restart-container', {}, 'restart-container needs "name"'],
    ['restart-container', { name: undefined }, 'restart-container needs "name"'],
    ...[1, null, '', 'Web', 'web; rm -rf /', 'web\n', '\u001b[2J', 'a'.repeat(21), ['web'], { toString: () => 'web' }].map(
      (name): [string, Readonly<Record<string, unknown>>, string] => [
        'restart-container',
        { name },
        'restart-container was given something else for "name" than it takes',
      ],
    ),
    ...[0, 61, 1.5, Number.NaN, '3', null].map((seconds): [string, Readonly<Record<string, unknown>>, string] => [
      'restart-container',
      { name: 'web', seconds },
      'restart-container was given something else for "seconds" than it takes',
    ]),
    ...[[], ['a', 'b', 'c'], ['abcdef'], [1], [''], 'a'].map((args): [string, Readonly<Record<string, unknown>>, string] => [
      'restart-container',
      { name: 'web', args },
      'restart-container was given something else for "args" than it takes',
    ]),
  ])('%s %j', (remedy, params, expected) => {
    expect(refusal(remedy, params)).toBe(expected === null ? null : `The plan was refused: ${expected}.`)
  })
})

test('one that cannot be refuses all, wherever it stands', () => {
  const good = fc.constantFrom({ remedy: 'rerun-run', params: {} }, { remedy: 'restart-container', params: { name: 'web' } })
  const bad = fc.oneof(
    fc.record({ remedy: fc.string().filter(id => !known.some(recipe => recipe.id === id)), params: fc.constant({}) }),
    fc.record({ remedy: fc.constant('rerun-run'), params: fc.dictionary(fc.string(), fc.anything(), { minKeys: 1 }) }),
  )
  fc.assert(
    fc.property(fc.array(good), bad, fc.array(good), (before, wrong, after) => {
      expect(refusalOf([...before, ...after], known)).toBeNull()
      expect(refusalOf([...before, wrong, ...after], known)?.code).toMatch(/^(?:unknown-remedy|bad-parameters)$/)
    }),
  )
})

test('whatever is given, the answer is a sentence or nothing', () => {
  fc.assert(
    fc.property(fc.string(), fc.dictionary(fc.string(), fc.anything()), (remedy, params) => {
      const refused = refusalOf([{ remedy, params }], remedies)
      if (refused) expect(refused.text).toMatch(/^The plan was refused: .+\.$/s)
    }),
  )
})

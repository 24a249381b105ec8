import { describe, expect, test } from 'vitest'
import { engineDecision } from './engine-decision.ts'

describe('what is understood', () => {
  test.each(['allow', 'ask', 'deny'] as const)('the word %s', verdict => {
    const reasons = [{ code: 'policy-engine', text: `The policy engine says ${verdict}.` }]
    expect(engineDecision({ value: verdict })).toEqual({ verdict, reasons })
    expect(engineDecision({ value: { verdict } })).toEqual({ verdict, reasons })
    expect(engineDecision({ value: { verdict, reasons: [] } })).toEqual({ verdict, reasons })
  })

  test('a verdict with reasons; codes of its own are told as those of an engine', () => {
    const value = {
      verdict: 'deny',
      reasons: [{ text: 'Frozen.' }, { code: 'fork', text: 'A fork.' }, { code: 'acme-17', text: 'No.' }],
      extra: 1,
    }
    expect(engineDecision({ value })).toEqual({
      verdict: 'deny',
      reasons: [
        { code: 'policy-engine', text: 'Frozen.' },
        { code: 'fork', text: 'A fork.' },
        { code: 'policy-engine', text: 'No.' },
      ],
    })
  })

  test('no more than a person reads', () => {
    const { reasons } = engineDecision({ value: { verdict: 'ask', reasons: Array(50).fill({ text: 'x'.repeat(9000) }) } })
    expect(reasons).toHaveLength(10)
    expect(reasons[0]?.text).toHaveLength(501)
  })
})

test.each([
  null,
  true,
  1,
  'ALLOW',
  'allow ',
  ['allow'],
  {},
  { allow: true },
  { verdict: true },
  { verdict: 'allow', reasons: null },
  { verdict: 'allow', reasons: 'because' },
  { verdict: 'allow', reasons: ['because'] },
  { verdict: 'allow', reasons: [{ text: '' }] },
  { verdict: 'allow', reasons: [{ text: 'Yes.' }, { text: 4 }] },
])('%j is no verdict, so a denial', value => {
  expect(engineDecision({ value })).toMatchObject({ verdict: 'deny', reasons: [{ code: 'policy-unavailable' }] })
})

test('an engine that says nothing, or cannot be asked, denies', () => {
  expect(engineDecision({ value: undefined })).toMatchObject({ verdict: 'deny', reasons: [{ code: 'policy-undefined' }] })
  const trouble = { code: 'policy-unavailable', kind: 'world', message: 'http://x answered 500' } as const
  expect(engineDecision({ trouble })).toEqual({
    verdict: 'deny',
    reasons: [{ code: 'policy-unavailable', text: 'The policy engine gave no answer: http://x answered 500.' }],
  })
})

test('a text of 500 characters is told whole, an empty one is no reason', () => {
  const told = engineDecision({ value: { verdict: 'allow', reasons: [{ text: 'x'.repeat(500) }] } })
  expect(told).toEqual({ verdict: 'allow', reasons: [{ code: 'policy-engine', text: 'x'.repeat(500) }] })
  expect(engineDecision({ value: { verdict: 'allow', reasons: [{ text: ' \n' }] } }).verdict).toBe('deny')
})

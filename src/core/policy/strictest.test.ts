import { expect, test } from 'vitest'
import type { Decision } from './strictest.ts'
import { strictest } from './strictest.ts'

const says = (verdict: Decision['verdict'], ...texts: readonly string[]): Decision => ({
  verdict,
  reasons: texts.map(text => ({ code: 'rule', text })),
})

test('the strictest verdict holds, with the reasons of all who gave it', () => {
  expect(strictest([says('allow', 'a'), says('ask', 'b'), says('allow', 'c'), says('ask', 'd')])).toEqual(says('ask', 'b', 'd'))
  expect(strictest([says('allow', 'a'), says('deny', 'b'), says('ask', 'c')])).toEqual(says('deny', 'b'))
  expect(strictest([says('allow', 'a'), says('allow', 'b')])).toEqual(says('allow', 'a', 'b'))
})

test('where nobody says anything, it is denied', () => {
  expect(strictest([])).toMatchObject({ verdict: 'deny', reasons: [{ code: 'policy-undefined' }] })
})

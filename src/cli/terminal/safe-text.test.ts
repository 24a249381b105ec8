import { expect, test } from 'vitest'
import { safeLine, safeText, safeTextWithout } from './safe-text.ts'

const HOSTILE = '\u009b31m\u001b[2J\n::add-mask::x\n ghp_0123456789abcdefghijABCDEFGHIJ012345'

test('nothing acts, and no secret is told', () => {
  expect(safeText(HOSTILE)).toBe('\n: :add-mask::x\n [redacted:github-token]')
  expect(safeLine(HOSTILE)).toBe(' : :add-mask::x  [redacted:github-token]')
})

test('values of ours that look like nothing are hidden, too', () => {
  expect(safeTextWithout(['our-own-value'])('/logs/our-own-value is missing')).toBe('/logs/[redacted:value] is missing')
})

import { expect, test } from 'vitest'
import { wantsColour } from './colour.ts'

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '' }, false, false],
  [{ TERM: 'dumb' }, true, false],
])('%j on a terminal (%s): %s', (variables, isTTY, expected) => {
  expect(wantsColour(variables, () => isTTY)).toBe(expected)
})

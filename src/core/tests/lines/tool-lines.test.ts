import { expect, it } from 'vitest'
import { textLines } from './text-lines.ts'
import { toolLines } from './tool-lines.ts'

it.each([
  ['##[error]  1) cart', '  1) cart'],
  ['#12 3.456 FAIL src/a.test.js', 'FAIL src/a.test.js'],
  ['web-1  | FAIL src/a.test.js', 'FAIL src/a.test.js'],
  ['web:test: FAIL src/a.test.js', 'FAIL src/a.test.js'],
  ['@acme/web:test:unit:   ● adds tax', '  ● adds tax'],
  ['packages/web test: FAIL src/a.test.js', 'FAIL src/a.test.js'],
  ['@acme/web: 2 passing', '2 passing'],
  ['[@acme/web]: 2 passing', '2 passing'],
  ['[0] 2 passing', '2 passing'],
  ['    [junit] Testcase: addsTax', 'Testcase: addsTax'],
  ['[ERROR]   CartTest.addsTax:12', '  CartTest.addsTax:12'],
  ['[info] - should add tax', '- should add tax'],
  ['[  FAILED  ] Cart.AddsTax', '[  FAILED  ] Cart.AddsTax'],
  ['[Fail] Cart [It] adds tax', '[Fail] Cart [It] adds tax'],
  ['Failed tests:   addsTax(CartTest): no', 'Failed tests:   addsTax(CartTest): no'],
  ['Total tests: 3. Passed: 1.', 'Total tests: 3. Passed: 1.'],
])('%s', (line, own) => {
  expect(toolLines(textLines(line))[0]?.text).toBe(own)
})

it('drops script that is only echoed, and keeps line numbers', () => {
  expect(
    toolLines([
      { n: 7, text: 'FAIL a', echo: true },
      { n: 9, text: '[0] FAIL b' },
    ]),
  ).toEqual([{ n: 9, text: 'FAIL b' }])
})

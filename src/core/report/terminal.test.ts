import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diagnosisOf, failureOf, HOSTILE, hostileDiagnosis } from './diagnosis.fixture.ts'
import { renderTerminal } from './terminal.ts'
import { displayWidth } from './width.ts'

test('what broke, whether a re-run helps, where, the lines, why, what next', () => {
  expect(renderTerminal(diagnosisOf())).toMatchInlineSnapshot(`
    "✖ npm cannot resolve the dependency tree
      dependency · sure (0.97)
      ↻ a re-run will not help (0.02)

      unit (ubuntu, 22) › Install dependencies, lines 142-160
      package.json:12

      141 │ npm ci
    ▸ 142 │ npm error code ERESOLVE
      143 │ npm error ERESOLVE could not resolve
          ⋮ 14 lines
      158 │ npm error Found: react@19.0.0

      Why
      Two packages ask for versions of a common dependency that no single version
      satisfies.

      Next
      1. Align the peer versions in package.json.
      2. Run \`npm install\` locally and commit the lock file.

      Also failed
      · process completed with exit code 1  line 190

      read 1 log, 12,345 lines, 1.2 MB, 1 of 3 jobs failed, compared with a green
      run
    "
  `)
})

test('narrow and in ASCII', () => {
  expect(renderTerminal(diagnosisOf(), { width: 40, unicode: false })).toMatchInlineSnapshot(`
    "x npm cannot resolve the dependency tree
      dependency - sure (0.97)
      ~ a re-run will not help (0.02)

      unit (ubuntu, 22) > Install
      dependencies, lines 142-160
      package.json:12

      141 | npm ci
    > 142 | npm error code ERESOLVE
      143 | npm error ERESOLVE c...t resolve
          : 14 lines
      158 | npm error Found: react@19.0.0

      Why
      Two packages ask for versions of a
      common dependency that no single
      version satisfies.

      Next
      1. Align the peer versions in
         package.json.
      2. Run \`npm install\` locally and
         commit the lock file.

      Also failed
      - process completed with exit code 1

      read 1 log, 12,345 lines, 1.2 MB, 1 of
      3 jobs failed, compared with a green
      run
    "
  `)
})

test('tests that failed, the first ten of them; a message told twice is told once', () => {
  const failedTests = Array.from({ length: 12 }, (_, index) => ({
    name: `cart › adds tax ${index}`,
    message: index < 2 ? 'expected 3 to be 4\n  at cart.js' : `no ${index}`,
  }))
  const out = renderTerminal(
    diagnosisOf({ tests: [{ framework: 'jest', total: 120, passed: 97, failed: 23, skipped: 0, failedTests }] }),
  )
  expect(out).toContain(
    '  Failed tests  23 of 120 tests, jest\n  ✖ cart › adds tax 0\n    expected 3 to be 4\n  ✖ cart › adds tax 1\n  ✖ cart › adds tax 2\n    no 2\n',
  )
  expect(out).toContain('  ✖ cart › adds tax 9\n    no 9\n  … and 13 more\n')
  expect(out).not.toContain('adds tax 10')
})

test('nothing failed: one line and what was read', () => {
  const out = renderTerminal(
    diagnosisOf({ headline: 'no failure found in build.log', failures: [], highlights: [], explanation: '', nextSteps: [] }),
  )
  expect(out).toBe(
    '• no failure found in build.log\n\n  read 1 log, 12,345 lines, 1.2 MB, 1 of 3 jobs failed, compared with a green\n  run\n',
  )
})

test('a message that stands in no log is told', () => {
  const lost = failureOf({
    title: 'the runner was lost',
    message: 'The hosted runner lost communication with the server.',
    lines: null,
  })
  expect(renderTerminal(diagnosisOf({ headline: 'the runner was lost', failures: [lost], highlights: [] }))).toContain(
    '\n\n  The hosted runner lost communication with the server.\n',
  )
})

test('what could not be read is said', () => {
  const out = renderTerminal(diagnosisOf({ notes: [{ code: 'log-gone', text: 'the log of job "lint" has expired (HTTP 410)' }] }))
  expect(out).toContain('  Could not be read\n  · the log of job "lint" has expired (HTTP 410)\n')
})

test.each([
  [0.86, 'a re-run would probably pass (0.86)'],
  [0.6, 'a re-run may well pass (0.60)'],
  [0.3, 'a re-run might pass (0.30)'],
  [0.001, 'a re-run will not help (0.01)'],
  [0.999, 'a re-run would probably pass (0.99)'],
])('re-run: %d', (transient, words) => expect(renderTerminal(diagnosisOf({ transient }))).toContain(words))

test('a long line keeps its beginning and its end, and says so', () => {
  const text = [`error: ${'x'.repeat(300)} the end`]
  const out = renderTerminal(diagnosisOf({ highlights: [{ job: 'unit (ubuntu, 22)', lines: [142, 142], score: 1, text }] }), {
    width: 60,
  })
  expect(out).toMatch(/▸ 142 │ error: x+…x+ the end\n/)
})

test('further jobs stand under their names, and at most thirty lines are shown', () => {
  const other = {
    job: 'e2e',
    lines: [1, 90] as const,
    score: 0.5,
    text: Array.from({ length: 90 }, (_, index) => `line ${index + 1}`),
  }
  const out = renderTerminal(diagnosisOf({ highlights: [...diagnosisOf().highlights, other] }))
  expect(out).toContain('\n  e2e\n    1 │ line 1\n')
  expect(out.split('\n').filter(line => line.includes('│'))).toHaveLength(30)
})

test('colour adds escape sequences and changes nothing else', () => {
  const colored = renderTerminal(diagnosisOf(), { color: true })
  expect(colored.replace(/\x1b\[\d+m/g, '')).toBe(renderTerminal(diagnosisOf()))
  expect(colored).toContain('\x1b[31m✖\x1b[39m \x1b[1mnpm cannot resolve the dependency tree\x1b[22m')
})

describe('for any text and width', () => {
  test('no line is wider than the terminal', () => {
    const wide = fc.array(
      fc.constantFrom(
        '日本語',
        'é',
        '🎉',
        'word',
        'a_very_long_identifier_without_any_break_in_it_at_all_whatsoever',
        ' ',
        '\t',
        'e\u0301',
      ),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(wide, fc.integer({ min: 40, max: 200 }), (words, width) => {
        for (const line of renderTerminal(hostileDiagnosis(words.join(' ')), { width }).split('\n'))
          expect(displayWidth(line)).toBeLessThanOrEqual(width)
      }),
    )
  })

  test.each(HOSTILE)('nothing in it acts: %j', text => {
    const out = renderTerminal(hostileDiagnosis(text), { width: 100 })
    expect(out).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f]/)
    expect(out).not.toMatch(/##(?:\[|vso\[|teamcity\[)/)
    for (const line of out.split('\n')) expect(line.trimStart().startsWith('::')).toBe(false)
  })
})

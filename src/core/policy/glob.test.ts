import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { globMistake, matchesGlob } from './glob.ts'

test.each([
  ['main', 'main', true],
  ['main', 'mainly', false],
  ['main', 'Main', false],
  ['release/*', 'release/1.2', true],
  ['release/*', 'release/', true],
  ['release/*', 'release/1/2', false],
  ['release/**', 'release/1/2', true],
  ['release/**', 'releases', false],
  ['**', 'a/b/c', true],
  ['**', '', true],
  ['*', 'a/b', false],
  ['**/*.md', 'README.md', true],
  ['**/*.md', 'docs/api/README.md', true],
  ['**/*.md', 'README.mdx', false],
  ['**/test/**', 'test/a.ts', true],
  ['**/test/**', 'latest/a.ts', false],
  ['src/**/x.ts', 'src/a/b/x.ts', true],
  ['src/**/x.ts', 'src/x.ts', true],
  ['src/**/x.ts', 'src/ax.ts', false],
  ['v?', 'v1', true],
  ['v?', 'v', false],
  ['a?b', 'a/b', false],
  ['*-deploy-*', 'eu-deploy-blue', true],
  ['dependabot[bot]', 'dependabot[bot]', true],
  ['*[bot]', 'renovate[bot]', true],
  ['*[bot]', 'mallory', false],
  ['a.c', 'abc', false],
  ['(x, 22)', '(x, 22)', true],
  ['a***b', 'a/b', true],
  ['a**b', 'a/x/b', true],
  ['**/b', 'a/xb', false],
  ['a**/b', 'ax/b', true],
  ['a**/b', 'ab', false],
  ['/**/b', '/b', true],
  ['**/', '', true],
  ['**/', 'a', false],
  ['?', '', false],
  ['?', '/', false],
  ['a*c', 'a/c', false],
  ['*/*', 'a/b', true],
  ['', '', true],
  ['', 'a', false],
  ['a', '', false],
  ['aa', 'a', false],
])('%s on %j: %s', (pattern, text, expected) => {
  expect(matchesGlob(pattern, text)).toBe(expected)
})

describe('properties', () => {
  const plain = fc.string({ maxLength: 30 }).map(text => text.replaceAll(/[*?]/g, ''))

  test('a pattern without signs matches itself alone', () => {
    fc.assert(fc.property(plain, plain, (a, b) => matchesGlob(a, b) === (a === b)))
  })

  test('a wider pattern matches what a narrower one does', () => {
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?'), maxLength: 8 })
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 8 })
    fc.assert(
      fc.property(pattern, text, (glob, text) => !matchesGlob(glob, text) || matchesGlob(glob.replaceAll(/\*+/g, '**'), text)),
    )
  })

  test('hostile patterns end', () => {
    expect(matchesGlob(`${'*a'.repeat(200)}b`, 'a'.repeat(2000))).toBe(false)
  })
})

test.each([
  ['', 'is empty'],
  ['!main', 'cannot be negated: write an earlier rule for the exception'],
  ['{a,b}', 'has braces, which are not supported: write a list'],
  ['src\\a', 'has a backslash: folders are told apart by /'],
  ['dependabot[bot]', undefined],
])('%j: %s', (pattern, mistake) => {
  expect(globMistake(pattern)).toBe(mistake)
})

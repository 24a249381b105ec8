import { expect, test } from 'vitest'
import { BRANCH, DEPENDENCY, PATH, TEST_NAME, VERSION } from './names.ts'

test.each<[string, RegExp, readonly string[], readonly string[]]>([
  [
    'a path',
    PATH,
    ['a', 'a/b.txt', '.github/x.yml', '.gitignore', 'a b/ü.txt', 'a..b', '...a'],
    [
      '',
      '/a',
      '..',
      '../a',
      'a/../b',
      'a/..',
      './a',
      'a/./b',
      'a//b',
      'a/',
      '.git/config',
      'a/.GIT/x',
      'a\\b',
      'a\nb',
      'a\u202eb',
    ],
  ],
  [
    'a branch',
    BRANCH,
    ['main', 'release/1.2', 'a-b_c'],
    ['', '-a', 'a..b', 'a//b', 'a/', 'a.', 'a.lock', 'a b', 'a~1', 'a:b', 'a\nb'],
  ],
  ['a dependency', DEPENDENCY, ['lodash', '@types/node', 'a.b/c', 'a.b:c'], ['', 'a b', "a'", 'a"', 'a>', 'a\nb', '-a', '$(a)']],
  [
    'a version',
    VERSION,
    ['1.2.3', '^1', '>=1.0,<2', 'v1.2.3-beta+1', '20-alpine'],
    ['', '1"', "1'", '1;2', '1\n2', '$(1)', '1/2', '#1'],
  ],
  [
    'a test',
    TEST_NAME,
    ['a', 'cart › adds tax', 'a::b[c-1]'],
    ['', ' a', 'a ', '#a', '-a', 'a\nb', 'a\u2028b', 'a\u202eb', 'a\tb'],
  ],
])('%s', (_, pattern, good, bad) => {
  expect(good.filter(text => !pattern.test(text))).toEqual([])
  expect(bad.filter(text => pattern.test(text))).toEqual([])
})

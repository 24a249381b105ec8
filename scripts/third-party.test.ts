import { expect, test } from 'vitest'
import { isAccepted, notices, packageFolders } from './third-party.ts'

test.each(['MIT', 'ISC', 'Apache-2.0', '(MIT OR GPL-3.0)', 'GPL-2.0 OR BSD-3-Clause', '(MIT OR CC0-1.0)'])(
  'takes %s',
  license => {
    expect(isAccepted(license)).toBe(true)
  },
)

test.each([
  '',
  'GPL-3.0',
  'AGPL-3.0-or-later',
  'LGPL-2.1',
  'MIT AND GPL-2.0',
  'UNLICENSED',
  'SEE LICENSE IN LICENSE.md',
  'Commons-Clause',
])('refuses "%s"', license => {
  expect(isAccepted(license)).toBe(false)
})

test('lists the packages of which something is in the bundle, the inner one of nested ones', () => {
  const inputs = {
    'src/a.ts': { bytesInOutput: 9 },
    'node_modules/zod/v4/core.js': { bytesInOutput: 9 },
    'node_modules/zod/v4/util.js': { bytesInOutput: 9 },
    'node_modules/@octokit/rest/node_modules/ms/index.js': { bytesInOutput: 9 },
    'node_modules/@octokit/rest/index.js': { bytesInOutput: 9 },
    'node_modules/shaken-off/index.js': { bytesInOutput: 0 },
  }
  expect(packageFolders({ outputs: { 'dist/a.js': { inputs }, 'dist/b.js': { inputs } } })).toEqual([
    'node_modules/@octokit/rest',
    'node_modules/@octokit/rest/node_modules/ms',
    'node_modules/zod',
  ])
})

test('writes name, version, licence and its texts', () => {
  const text = notices([{ name: 'zod', version: '4.0.0', license: 'MIT', texts: ['MIT License\n\nCopyright'] }])
  expect(text).toContain(`${'-'.repeat(80)}\n\nzod 4.0.0 (MIT)\n\nMIT License\n\nCopyright\n`)
})

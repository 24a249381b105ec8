import { expect, test } from 'vitest'
import { parseStatus } from './checkout.ts'

const SHA = '1f0e3dad99908345f7439f8ffabdffc4b9b2a1d7'

test('a clean branch', () => {
  expect(parseStatus(`# branch.oid ${SHA}\n# branch.head main\n# branch.upstream origin/main\n# branch.ab +0 -0\n`)).toEqual({
    branch: 'main',
    commit: SHA,
    clean: true,
  })
})

test('a changed and a new file on no branch', () => {
  const changed = `1 .M N... 100644 100644 100644 ${SHA} ${SHA} src/a.ts\n? new.txt\n`
  expect(parseStatus(`# branch.oid ${SHA}\n# branch.head (detached)\n${changed}`)).toEqual({
    branch: null,
    commit: SHA,
    clean: false,
  })
})

test('a repository without a commit', () => {
  expect(parseStatus('# branch.oid (initial)\n# branch.head main\n')).toEqual({ branch: 'main', commit: null, clean: true })
})

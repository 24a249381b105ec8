import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { gitRepository } from '../../../test/git-repository.ts'
import { openClone } from './clone.ts'
import { commitPatched } from './patched-commit.ts'

const PATCH = `diff --git a/lock b/lock
--- a/lock
+++ b/lock
@@ -1 +1 @@
-dep 1.0
+dep 2.0
`

test('the same commit each time, and nothing of the repository is touched', async () => {
  using repository = await gitRepository()
  const base = await repository.commit('first', { lock: 'dep 1.0\n' })
  writeFileSync(repository.beside('up.diff'), PATCH)
  writeFileSync(`${repository.path}/lock`, 'half a change\n')
  const patched = await commitPatched(repository.path, base, '../up.diff')
  expect(await commitPatched(repository.path, base, repository.beside('up.diff'))).toBe(patched)
  expect(await repository.git('show', `${patched}:lock`)).toBe('dep 2.0')
  expect(await repository.git('rev-parse', `${patched}~1`)).toBe(base)
  expect(await repository.git('status', '--porcelain')).toBe(' M lock')
  expect(await repository.git('for-each-ref', '--format', '%(refname)')).toBe('refs/heads/main')
  const clone = await openClone(repository.path, patched)
  await clone.close()
})

test.each([
  ['one that does not fit', PATCH.replace('-dep 1.0', '-dep 1.5')],
  ['none at all', 'hello\n'],
  ['one that leaves the repository', PATCH.replaceAll('lock', '../lock')],
])('%s is refused', async (_, patch) => {
  using repository = await gitRepository()
  const base = await repository.commit('first', { lock: 'dep 1.0\n' })
  writeFileSync(repository.beside('up.diff'), patch)
  await expect(commitPatched(repository.path, base, repository.beside('up.diff'))).rejects.toMatchObject({
    ...{ code: 'patch-not-applied', kind: 'usage' },
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { gitRepository } from '../../../test/git-repository.ts'
import { openClone } from './clone.ts'
import { runGit } from './run-git.ts'

test('any commit, as a repository of its own that knows neither the past nor the configuration of the other', async () => {
  using repository = await gitRepository()
  const first = await repository.commit('first', { 'a.txt': '1\n' })
  await repository.commit('second', { 'a.txt': '2\n' })
  await repository.git('config', 'http.extraheader', 'AUTHORIZATION: basic hush')
  const { path, home, close } = await openClone(repository.path, first)
  expect(readFileSync(`${path}/a.txt`, 'utf8')).toBe('1\n')
  expect(await runGit(path, ['rev-parse', 'HEAD'])).toBe(first)
  expect(await runGit(path, ['status', '--porcelain'])).toBe('')
  expect(readFileSync(`${path}/.git/config`, 'utf8')).not.toContain('hush')
  expect(await runGit(path, ['remote'])).toBe('')
  expect(existsSync(home)).toBe(true)
  await close()
  expect(existsSync(dirname(path))).toBe(false)
})

test('a commit that is not there: trouble, and nothing left', async () => {
  using repository = await gitRepository()
  await repository.commit('first', {})
  await expect(openClone(repository.path, '1'.repeat(40))).rejects.toMatchObject({ code: 'git-failed' })
})

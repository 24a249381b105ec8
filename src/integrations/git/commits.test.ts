import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gitRepository } from '../../../test/git-repository.ts'
import { tempFolder } from '../../../test/temp-folder.ts'
import { createCommits } from './commits.ts'
import { openWorktree } from './worktree.ts'

let repository: Awaited<ReturnType<typeof gitRepository>>
let shas: string[]
beforeAll(async () => {
  repository = await gitRepository()
  shas = [await repository.commit('first', { 'a.txt': '1' })]
  shas.push(await repository.commit('second\ttab', { 'a.txt': '2' }))
  await repository.git('switch', '--quiet', '--create', 'side', shas[0] ?? '')
  await repository.commit('on the side', { 'b.txt': 'b' })
  await repository.git('switch', '--quiet', 'main')
  await repository.git('merge', '--quiet', '--no-ff', '--message', 'merge the side', 'side')
  shas.push(await repository.git('rev-parse', 'HEAD'))
})
afterAll(() => repository[Symbol.dispose]())

test('finds commits by whatever names them', async () => {
  const commits = createCommits(repository.path)
  expect(await commits.find('main')).toEqual({ commit: shas[2], subject: 'merge the side' })
  expect(await commits.find('HEAD~2')).toEqual({ commit: shas[0], subject: 'first' })
})

test.each(['gone', '--all', '-n5', '', 'main:a.txt'])('what names none: %j', async ref => {
  await expect(createCommits(repository.path).find(ref)).rejects.toMatchObject({ code: 'commit-unknown', kind: 'usage' })
})

test('a folder that is no repository', async () => {
  using folder = tempFolder()
  await expect(createCommits(folder.path).find('HEAD')).rejects.toMatchObject({
    code: 'commit-unknown',
    message: 'git can use no repository here',
  })
})

test('lists what lies between, oldest first, a merge as one', async () => {
  const [first = '', second = '', last = ''] = shas
  const between = await createCommits(repository.path).between(first, last)
  expect(between).toEqual([
    { commit: second, subject: 'second\ttab' },
    { commit: last, subject: 'merge the side' },
  ])
  await expect(createCommits(repository.path).between(last, first)).rejects.toMatchObject({ code: 'commits-apart' })
})

test('a worktree has the files of its commit, an empty home, and is gone afterwards', async () => {
  const { path, home, close } = await openWorktree(repository.path, shas[0] ?? '')
  expect(readFileSync(`${path}/a.txt`, 'utf8')).toBe('1')
  expect(existsSync(home)).toBe(true)
  await close()
  expect([existsSync(path), existsSync(home)]).toEqual([false, false])
  expect((await repository.git('worktree', 'list')).split('\n')).toHaveLength(1)
})

test('a commit that cannot be checked out leaves nothing behind', async () => {
  await expect(openWorktree(repository.path, 'f'.repeat(40))).rejects.toMatchObject({ code: 'git-failed' })
  expect((await repository.git('worktree', 'list')).split('\n')).toHaveLength(1)
})

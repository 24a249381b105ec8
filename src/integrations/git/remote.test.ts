import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findRemote } from './remote.ts'

let cwd: string
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'sherpa-remote-'))
})
afterEach(() => rm(cwd, { recursive: true }))

const git = (...args: string[]) => execa('git', args, { cwd })

it('finds the repository of a real folder', async () => {
  await git('init', '--quiet')
  expect(await findRemote({ cwd })).toBeNull()
  await git('remote', 'add', 'upstream', 'https://github.com/upstream/web.git')
  expect(await findRemote({ cwd })).toEqual({ host: 'github.com', owner: 'upstream', name: 'web' })
  await git('remote', 'add', 'origin', 'git@github.com:acme/web.git')
  expect(await findRemote({ cwd })).toEqual({ host: 'github.com', owner: 'acme', name: 'web' })
  expect(await findRemote({ cwd, remote: 'upstream' })).toEqual({ host: 'github.com', owner: 'upstream', name: 'web' })
})

it('finds none where there is no folder', async () => expect(await findRemote({ cwd: join(cwd, 'gone') })).toBeNull())

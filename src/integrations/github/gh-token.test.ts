import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ghToken } from './gh-token.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sherpa-gh-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function gh(script: string): Promise<string> {
  const path = join(folder, 'gh')
  await writeFile(path, `#!/bin/sh\n${script}\n`)
  await chmod(path, 0o755)
  return path
}

it('asks for the token of the host', async () => {
  expect(await ghToken('git.corp.example', await gh('echo "$@"'))).toBe('auth token --hostname git.corp.example')
})

it.each([
  ['is logged out', 'echo "no oauth token found" >&2; exit 1'],
  ['says nothing', 'true'],
])('has none where gh %s', async (_, script) => expect(await ghToken('github.com', await gh(script))).toBeNull())

it('has none where there is no gh', async () => expect(await ghToken('github.com', join(folder, 'gone'))).toBeNull())

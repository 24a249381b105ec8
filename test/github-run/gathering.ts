/** Diagnosing a run by id against the fake GitHub: starts it, gathers, and stops it after each test. */
import { afterEach, expect } from 'vitest'
import { type GatherRunOptions, gatherRun } from '../../src/core/gather/from-ci.ts'
import { parseRunRef, type RunRefOptions } from '../../src/core/gather/run-ref.ts'
import { createKnowledge } from '../../src/core/log/read.ts'
import type { CaseFile } from '../../src/core/model/case-file.ts'
import { SherpaError } from '../../src/core/model/trouble.ts'
import { connectGitHub, type GitHubOptions } from '../../src/integrations/github/connect.ts'
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/fake-github.ts'
import type { World } from '../fakes/github/world.ts'
import { untrained } from './untrained.ts'

/** Knows nothing: these tests are about fetching logs, not about understanding them. */
const knowledge = createKnowledge({ rules: [], frameworks: [], models: () => untrained })

/** Retries as fast as possible; a wait of seconds would show as a test that takes too long. */
const FAST = { waitUnitMs: 2 }

const running: FakeGitHub[] = []
afterEach(async () => {
  for (const github of running.splice(0)) {
    await github.stop()
    expect(github.violations).toEqual([])
    expect(github.unusedFaults()).toEqual([])
  }
})

export async function start(world: World): Promise<FakeGitHub> {
  const github = await startFakeGitHub(world)
  running.push(github)
  return github
}

export interface Gathering {
  readonly ref?: string
  readonly options?: Partial<RunRefOptions>
  readonly github?: Partial<GitHubOptions>
  readonly gather?: Partial<GatherRunOptions>
}

/** What `sherpa diagnose acme/app#777` would rest on. */
export async function gather(
  fake: FakeGitHub,
  { ref = 'acme/app#777', options, github, gather }: Gathering = {},
): Promise<CaseFile> {
  const ci = connectGitHub({ apiUrl: fake.url, token: fake.token, ...FAST, ...github })
  return gatherRun(await parseRunRef(ref, options), { ci }, { knowledge, ...gather })
}

/** The trouble that a gathering ends with. */
export async function troubleOf(gathering: Promise<unknown>): Promise<SherpaError> {
  const error = await gathering.then(
    () => expect.unreachable('it should have failed'),
    (error: unknown) => error,
  )
  if (!(error instanceof SherpaError)) throw error
  return error
}

/** The codes of a case file's notes. */
export const codes = (file: CaseFile): string[] => file.notes.map(note => note.code)

/** Paths below the repository that the API was asked for, in order of arrival. */
export const asked = (fake: FakeGitHub): string[] =>
  fake.requests.filter(request => request.server === 'api').map(request => request.url.replace('/repos/acme/app/', ''))

/** A remedy against the fake GitHub: proposed, carried out, verified and undone, each with what the server has then. */
import { afterEach, expect } from 'vitest'
import type { Params } from '../../src/core/model/plan.ts'
import type { Remedy, Subject, World } from '../../src/core/plan/remedy.ts'
import { connectWorldOf } from '../../src/integrations/connect-github.ts'
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/fake-github.ts'
import type { World as FakeWorld } from '../fakes/github/world.ts'

export const RUN = 777

const running: FakeGitHub[] = []
afterEach(async () => {
  for (const github of running.splice(0)) {
    await github.stop()
    expect(github.violations).toEqual([])
    expect(github.unusedFaults()).toEqual([])
  }
})

/** The fake, and what the product can act on there. */
export async function start(declared: FakeWorld): Promise<{ github: FakeGitHub; world: World }> {
  const github = await startFakeGitHub(declared)
  running.push(github)
  const variables = { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token }
  return { github, world: await connectWorldOf('acme/app', { variables }, text => text.replaceAll('hunter2', '***')) }
}

export function subjectOf(remedy: Remedy, params: Params = {}, action = 'action:1'): Subject {
  const target = { repository: 'acme/app', run: RUN, attempt: 1, workflow: 'CI', commit: null, fingerprint: 'v1:f', job: null }
  return { action, params, target: { ...target, thing: remedy.thing(target, params) } }
}

export const writes = (github: FakeGitHub): string[] =>
  github.requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path.replace('/repos/acme/app', '')}`)

import { expect, it } from 'vitest'
import { readRerunSafety } from '../../src/integrations/connect-github.ts'
import { aCommit, aRun, aSha, aWorld } from '../fakes/github/builders.ts'
import type { FaultRule } from '../fakes/github/fault-rule.ts'
import { start } from './gathering.ts'

const PATH = '.github/workflows/ci.yml'
const WORKFLOW = `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: npm publish
`

async function read(text: string | null, ...faults: FaultRule[]) {
  const commits = [aCommit({ sha: aSha('head'), tree: text === null ? {} : { [PATH]: text } })]
  const github = await start(aWorld({ commits, faults, runs: [aRun({ id: 777, path: `${PATH}@refs/heads/main` })] }))
  const variables = { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token }
  const safety = await readRerunSafety('acme/app', { run: 777, event: 'push', branch: 'main' }, { variables })
  expect(github.requests.every(({ method }) => method === 'GET')).toBe(true)
  return safety
}

it('comes from the workflow file at the commit of the run', async () => {
  const { whenDispatched, ...safety } = await read(WORKFLOW)
  expect(whenDispatched).toEqual(safety)
  expect(safety).toEqual({
    file: PATH,
    jobs: [
      {
        key: 'test',
        shown: { parts: ['test'], endings: [] },
        needs: [],
        effects: [{ is: 'certain', line: 6, text: 'publishes a package: npm publish' }],
        environments: [],
        outputsOf: [],
      },
    ],
  })
})

it('tells what the workflow does when it is started by hand', async () => {
  const byHand = WORKFLOW.replace('- run', "- if: github.event_name == 'workflow_dispatch'\n        run")
  const { jobs, whenDispatched } = await read(byHand)
  expect(jobs[0]?.effects).toEqual([])
  expect(whenDispatched?.jobs[0]?.effects).toMatchObject([{ is: 'certain', line: 7 }])
})

it('is not known where the file is gone, forbidden or broken', async () => {
  expect(await read(null)).toMatchObject({ jobs: [], unread: expect.stringContaining(`no file ${PATH}`) })
  const forbidden: FaultRule = { match: '/contents/', fault: 'missing-permission' }
  expect(await read(WORKFLOW, forbidden)).toMatchObject({ unread: expect.stringContaining('the token lacks contents: read') })
  expect(await read('jobs: {a: 1, a: 2}')).toMatchObject({ file: PATH, unread: expect.stringContaining(`${PATH}:1:`) })
})

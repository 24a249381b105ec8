import { expect, test } from 'vitest'
import { type RedRun, redWorkflows } from './red-workflows.ts'

const run = (workflow: string | null, branch: string | null, conclusion: RedRun['conclusion'] = 'failure'): RedRun => ({
  ...{ workflow, branch, conclusion },
})

test('each workflow that failed counts once, whatever else it did', async () => {
  const runs = [
    run('b', 'main'),
    run('a', 'x'),
    run('a', 'y'),
    run('c', 'x', 'success'),
    run('d', 'x', 'cancelled'),
    run('e', 'x', null),
  ]
  expect(await redWorkflows(runs, { branch: 'main' })).toEqual(['a', 'b'])
  expect(await redWorkflows(runs, null)).toEqual(['a', 'b'])
  expect(await redWorkflows([run(null, 'main'), run('', 'main')], null)).toEqual([])
})

test('what a pull request breaks on its own branch is no outage', async () => {
  const runs = [run('a', 'topic'), run('b', 'topic'), run('b', 'other', 'timed_out')]
  expect(await redWorkflows(runs, { branch: 'topic', pullRequest: 4 })).toEqual(['b'])
})

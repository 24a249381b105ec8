import { expect, it } from 'vitest'
import { createNotebook } from './notebook.ts'

it('tells the same trouble of many jobs once', () => {
  const notebook = createNotebook()
  for (const id of [1, 2, 3]) notebook.trouble({ code: 'log-expired', message: `the log of job ${id} has expired`, hint: 'run again' }, 'logs')
  notebook.add({ code: 'run-cancelled', text: 'the run was cancelled' })
  expect(notebook.notes()).toEqual([
    { code: 'log-expired', text: 'the log of job 1 has expired; run again (the same for 3 logs)' },
    { code: 'run-cancelled', text: 'the run was cancelled' },
  ])
  expect(notebook.hopeless()).toBe(false)
})

it.each(['ci-rate-limited', 'ci-unreachable', 'ci-unauthenticated'])('knows that after %s asking on is of no use', code => {
  const notebook = createNotebook()
  notebook.trouble({ code, message: 'no more' }, 'logs')
  notebook.trouble({ code, message: 'no more' }, 'annotations')
  expect(notebook.hopeless()).toBe(true)
  expect(notebook.notes()).toHaveLength(1)
})

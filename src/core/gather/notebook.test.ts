import { expect, it } from 'vitest'
import { createNotebook } from './notebook.ts'

it('tells the same trouble of many jobs once', () => {
  const notebook = createNotebook()
  for (const id of [1, 2, 3])
    notebook.trouble({ code: 'log-expired', message: `the log of job ${id} has expired`, hint: 'run again' }, 'logs')
  notebook.add({ code: 'run-cancelled', text: 'The run was cancelled.' })
  expect(notebook.notes()).toEqual([
    { code: 'log-expired', text: 'The log of job 1 has expired; run again (the same for 3 logs).' },
    { code: 'run-cancelled', text: 'The run was cancelled.' },
  ])
  expect(notebook.hopeless('logs')).toBe(false)
})

it.each(['ci-rate-limited', 'ci-unreachable', 'ci-unauthenticated'])('knows that after %s asking on is of no use', code => {
  const notebook = createNotebook()
  notebook.trouble({ code, message: 'no more' }, 'logs')
  notebook.trouble({ code, message: 'no more' }, 'annotations')
  expect(notebook.hopeless('changes')).toBe(true)
  expect(notebook.notes()).toHaveLength(1)
})

it('asks no further for what is refused, but for the rest', () => {
  const notebook = createNotebook()
  notebook.trouble({ code: 'ci-forbidden', message: 'no' }, 'logs')
  expect(notebook.hopeless('logs')).toBe(true)
  expect(notebook.hopeless('annotations')).toBe(false)
})

it('gives up on an outage after four times', () => {
  const notebook = createNotebook()
  const tries = [1, 2, 3, 4].map(() => {
    notebook.trouble({ code: 'ci-down', message: 'down' }, 'green logs')
    return notebook.hopeless('green logs')
  })
  expect(tries).toEqual([false, false, false, true])
})

it('does not tell twice why there are no logs', () => {
  const notebook = createNotebook()
  notebook.trouble({ code: 'ci-forbidden', message: 'no comparison' }, 'green logs')
  notebook.trouble({ code: 'ci-forbidden', message: 'no logs' }, 'logs')
  expect(notebook.notes()).toEqual([{ code: 'ci-forbidden', text: 'no logs.' }])
})

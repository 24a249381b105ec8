import { expect, test } from 'vitest'
import { createMatcher } from '../match/match.ts'
import type { CaseFile } from '../model/case-file.ts'
import type { Annotation, Job } from '../model/run.ts'
import { rules } from '../rules/index.ts'
import { withAnnotations } from './annotations.ts'

const matcher = createMatcher(rules)
const file = (...jobs: readonly Job[]): CaseFile => ({
  schema: 'sherpa.case/1',
  source: { kind: 'github', name: 'acme/web#7' },
  run: null,
  jobs,
  logs: [],
  reports: [],
  notes: [],
})
const job = (...annotations: readonly Annotation[]): Job => ({ name: 'unit', conclusion: 'failure', annotations })

test('what the CI attached to a job is read like a small log of it', () => {
  const lost = job({ level: 'failure', message: 'The hosted runner lost communication with the server.\nSee the docs.' })
  const [log] = withAnnotations(file(lost), matcher).logs
  expect(log).toMatchObject({ job: 'unit', format: 'annotations', size: { lines: 2, bytes: 0 } })
  expect(log?.lines.map(line => line.text)).toEqual([
    '##[error]The hosted runner lost communication with the server.',
    'See the docs.',
  ])
  expect(log?.matches.map(match => match.category)).toContain('runner')
})

test.each([
  ['System.IO.IOException: No space left on device', 'resource'],
  ['The job running on runner GitHub Actions 7 has exceeded the maximum execution time of 360 minutes.', 'timeout'],
  ['The runner has received a shutdown signal. This can happen when the runner service is stopped.', 'runner'],
  ['The self-hosted runner: box-7 lost communication with the server.', 'runner'],
])('%s', (message, category) => {
  const [log] = withAnnotations(file(job({ level: 'failure', message })), matcher).logs
  expect(log?.matches.map(match => match.category)).toContain(category)
})

test('warnings and notices are no failures', () => {
  const told = file(job({ level: 'warning', message: 'Node 16 is deprecated' }, { level: 'notice', message: 'fine' }))
  expect(withAnnotations(told, matcher)).toBe(told)
})

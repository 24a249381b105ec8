import { expect, test } from 'vitest'
import type { RemedyId } from '../model/plan.ts'
import { remedies } from '../remedies/index.ts'
import { redJob } from '../rerun/red-job.fixture.ts'
import type { JobSafety } from '../rerun-safety/lint.ts'
import { policyFacts } from './policy-facts.ts'
import type { Proposal, Situation } from './remedy.ts'

const NOW = Date.parse('2026-01-05T12:00:00Z')
const situation = (given: Partial<Situation> = {}): Situation =>
  ({
    diagnosis: { category: 'network', confidence: 0.9, transient: 0.9, failures: [] },
    file: { run: { event: 'pull_request', pullRequest: 4 }, jobs: [] },
    ...{ redJobs: [redJob()], leftRed: [], nowMs: NOW, ...given },
  }) as unknown as Situation
const facts = (about: Situation, id: RemedyId = 'rerun-failed-jobs', params: Proposal['params'] = {}) => {
  const remedy = remedies.find(one => one.id === id)
  if (!remedy) throw new Error(id)
  return policyFacts(about, remedy, { params, costMinutes: 1, job: null } as unknown as Proposal)
}

test('the time is that of the real clock, where something else is thought', () => {
  expect(facts(situation()).now).toEqual({ at: '2026-01-05T12:00:00.000Z', weekday: 1, hour: 12 })
  const clockMs = Date.parse('2026-01-11T03:00:00Z')
  expect(facts(situation({ clockMs })).now).toEqual({ at: '2026-01-11T03:00:00.000Z', weekday: 0, hour: 3 })
})

test('what is said of the pull request; what could not be asked is not known', () => {
  const pullRequest = { labels: ['hold'], title: 'Mend it', author: 'ann' }
  expect(facts(situation({ pullRequest })).run).toMatchObject(pullRequest)
  expect(facts(situation()).run).toMatchObject({ labels: null, title: null, author: null })
})

const job = (key: string, environments: JobSafety['environments'], needs: readonly string[] = []): JobSafety => ({
  ...{ key, shown: { parts: [key], endings: [] }, needs, effects: [], environments, outputsOf: [] },
})
const environments = (jobs: readonly JobSafety[], ...remedy: [RemedyId?, Proposal['params']?]) =>
  facts(situation({ safety: { file: 'ci.yml', jobs } }), ...remedy).environments

test('a re-run touches the environments of the jobs that it runs, and of those that follow', () => {
  const jobs = [job('unit', []), job('stage', ['staging'], ['unit']), job('live', ['production'], ['stage']), job('x', ['other'])]
  expect(environments(jobs)).toEqual(['staging', 'production'])
  expect(environments(jobs, 'rerun-job', { job: 'live' })).toEqual(['production'])
  expect(environments(jobs, 'rerun-run')).toEqual(['staging', 'production', 'other'])
  expect(environments([job('unit', []), job('x', ['other'])])).toEqual([])
})

test('what the file does not tell is not known', () => {
  expect(facts(situation()).environments).toBeNull()
  expect(facts(situation({ safety: { file: 'ci.yml', jobs: [], unread: 'gone' } })).environments).toBeNull()
  expect(environments([job('unit', []), job('calls', null, ['unit'])])).toBeNull()
  expect(environments([job('unit', []), job('calls', null)])).toEqual([])
  expect(environments([job('lint', [])])).toBeNull()
})

test('other remedies touch what they name, or none', () => {
  const deploys = { environment: 'production' }
  expect(facts(situation(), 'roll-back-deployment', deploys).environments).toEqual(['production'])
  expect(facts(situation(), 'run-command', { command: 'mend' }).environments).toBeNull()
  expect(facts(situation(), 'open-issue').environments).toEqual([])
})

import { describe, expect, it } from 'vitest'
import { type ApiAnnotation, type ApiJob, toAnnotation, toJob } from './map-run.ts'

const job = (fields: Partial<ApiJob>): ApiJob => ({
  id: 42,
  run_id: 777,
  run_url: '',
  node_id: '',
  head_sha: '',
  url: '',
  html_url: null,
  status: 'completed',
  conclusion: 'failure',
  created_at: '2026-03-02T10:00:00Z',
  started_at: '2026-03-02T10:00:03.1Z',
  completed_at: '2026-03-02T10:01:00Z',
  name: 'unit',
  check_run_url: '',
  labels: [],
  runner_id: null,
  runner_name: null,
  runner_group_id: null,
  runner_group_name: null,
  workflow_name: null,
  head_branch: null,
  ...fields,
})

describe('toJob', () => {
  it('keeps what is known, with times in milliseconds', () => {
    const steps = [
      {
        name: 'Run tests',
        status: 'completed',
        conclusion: 'failure',
        number: 2,
        started_at: '2026-03-02T10:00:10Z',
        completed_at: '2026-03-02T10:00:12Z',
      },
      { name: 'Post', status: 'queued', conclusion: null, number: 3, started_at: null, completed_at: null },
    ] as const
    expect(toJob(job({ steps: [...steps], labels: ['ubuntu-24.04'] }))).toEqual({
      id: 42,
      name: 'unit',
      conclusion: 'failure',
      startedAt: '2026-03-02T10:00:03.1Z',
      completedAt: '2026-03-02T10:01:00Z',
      queuedMs: 3100,
      runner: { os: 'linux', image: 'ubuntu-24.04' },
      steps: [{ name: 'Run tests', conclusion: 'failure', durationMs: 2000 }, { name: 'Post' }],
    })
  })

  it('leaves out what a job that has not begun does not have', () => {
    expect(toJob(job({ status: 'queued', conclusion: null, completed_at: null }))).toEqual({ id: 42, name: 'unit' })
  })

  it.each([
    [['windows-latest'], { os: 'windows' }],
    [['macos-15-xlarge'], { os: 'macos', image: 'macos-15-xlarge' }],
    [['self-hosted', 'linux', 'x64'], undefined],
  ])('%o', (labels, runner) => expect(toJob(job({ labels })).runner).toEqual(runner))

  it('does not believe clocks that run backwards', () => {
    expect(toJob(job({ created_at: '2026-03-02T10:00:09Z' })).queuedMs).toBeUndefined()
  })
})

describe('toAnnotation', () => {
  const annotation = (fields: Partial<ApiAnnotation>): ApiAnnotation => ({
    path: '.github',
    start_line: 1,
    end_line: 1,
    start_column: null,
    end_column: null,
    annotation_level: 'failure',
    title: '',
    message: 'The runner has received a shutdown signal.',
    raw_details: null,
    blob_href: '',
    ...fields,
  })

  it.each<[Partial<ApiAnnotation>, object]>([
    [{}, { level: 'failure', message: 'The runner has received a shutdown signal.' }],
    [
      { path: 'src/a.ts', start_line: 7, title: 'TS2304' },
      { level: 'failure', message: 'The runner has received a shutdown signal.', title: 'TS2304', file: 'src/a.ts', line: 7 },
    ],
    [
      { annotation_level: null, message: null },
      { level: 'warning', message: '' },
    ],
    [
      { annotation_level: 'notice', message: 'hi' },
      { level: 'notice', message: 'hi' },
    ],
  ])('%o', (fields, expected) => expect(toAnnotation(annotation(fields))).toEqual(expected))
})

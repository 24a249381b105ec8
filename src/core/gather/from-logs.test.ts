import { describe, expect, test } from 'vitest'
import { untrained } from '../../../test/github-run/untrained.ts'
import { createKnowledge } from '../log/read.ts'
import type { Note } from '../model/case-file.ts'
import { SherpaError } from '../model/trouble.ts'
import { gatherDocument, gatherInput, gatherLogs } from './from-logs.ts'
import type { DocumentInput, LogInput } from './input.ts'
import type { LogSource } from './log-source.ts'

const knowledge = createKnowledge({ rules: [], frameworks: [], models: () => untrained })

const log = (name: string, text: string, { job = null, note }: { job?: string | null; note?: Note } = {}): LogSource => ({
  name,
  job,
  async *open(tell) {
    if (note) tell?.(note)
    yield new TextEncoder().encode(text)
  },
})

const failing = (name: string, code = 'file-missing'): LogSource => ({
  name,
  job: null,
  // biome-ignore lint/correctness/useYield: it fails before it could
  async *open() {
    throw new SherpaError({ code, kind: 'usage', message: `${name} does not exist` })
  },
})

const input = (...logs: LogSource[]): LogInput => ({
  kind: 'logs',
  source: { kind: 'directory', name: 'logs' },
  logs,
  notes: [{ code: 'files-skipped', text: 'Left out.' }],
})

const asDocument = (document: object): DocumentInput => ({
  kind: 'run-document',
  source: { kind: 'run-document', name: 'run.json' },
  text: JSON.stringify({ schema: 'sherpa.run/1', ...document }),
  logFile: (path, job) => (path === 'missing.log' ? failing(path) : log(path, `content of ${path}\n`, { job })),
})

describe('logs', () => {
  test('become one case file, with the notes of opening and reading', async () => {
    const progress: string[] = []
    const file = await gatherLogs(
      input(log('a.log', 'one\ntwo\n'), log('b.log', 'x', { job: 'b', note: { code: 'input-truncated', text: 'Cut.' } })),
      {
        knowledge,
        onProgress: (bytes, name) => progress.push(`${name} ${bytes}`),
      },
    )
    expect(file).toMatchObject({
      schema: 'sherpa.case/1',
      source: { kind: 'directory', name: 'logs' },
      run: null,
      jobs: [],
      reports: [],
    })
    expect(file.logs.map(({ name, job, size }) => [name, job, size])).toEqual([
      ['a.log', 'a.log', { lines: 2, bytes: 8 }],
      ['b.log', 'b', { lines: 1, bytes: 1 }],
    ])
    expect(file.notes.map(note => note.code)).toEqual(['files-skipped', 'input-truncated'])
    expect(progress).toEqual(['a.log 8', 'b.log 1'])
  })

  test('that cannot be read become notes, unless none can', async () => {
    const file = await gatherLogs(input(failing('a.log'), log('b.log', 'x\n')), { knowledge })
    expect(file.logs.map(({ name }) => name)).toEqual(['b.log'])
    expect(file.notes.at(-1)).toEqual({ code: 'file-missing', text: 'a.log does not exist.' })
    await expect(gatherLogs(input(failing('a.log'), failing('b.log')), { knowledge })).rejects.toMatchObject({
      message: 'a.log does not exist',
    })
    await expect(
      gatherLogs(input(log('a.log', 'x'), failing('b.log', 'archive-too-large')), { knowledge }),
    ).rejects.toMatchObject({ code: 'archive-too-large' })
  })

  test('by the thousand that cannot be read do not fill the case file with notes', async () => {
    const file = await gatherLogs(input(log('a', 'x'), ...Array.from({ length: 900 }, (_, i) => failing(`${i}`))), { knowledge })
    expect([file.notes.length, file.notes.at(-1)?.text]).toEqual([51, '851 further remarks about the input are left out.'])
  })

  test('tell the full name of their job', async () => {
    const text = '2026-01-31T08:00:00.0000000Z Complete job name: build / unit (ubuntu, 22)\n'
    const { logs } = await gatherLogs(
      input(
        log('0_build  unit (ubu.txt', text, { job: 'build  unit (ubu' }),
        log('a.log', text),
        log('b.log', text, { job: 'lint' }),
      ),
      { knowledge },
    )
    expect(logs.map(({ job }) => job)).toEqual(['build / unit (ubuntu, 22)', 'build / unit (ubuntu, 22)', 'lint'])
  })

  test('are compared with green logs given by hand', async () => {
    const green = [log('green 1', 'same\n'), log('green 2', 'also fine\n')]
    const { logs } = await gatherLogs(input(log('red', 'same\nError: new\nalso fine\n')), { knowledge, baseline: green })
    expect([logs[0]?.compared, logs[0]?.lines.filter(line => line.novel).map(line => line.n)]).toEqual([true, [2]])
  })

  test('come with test reports; a broken report is a note', async () => {
    const junit = [
      {
        name: 'a.xml',
        text: '<testsuite name="s"><testcase classname="c" name="t"><failure message="no"/></testcase></testsuite>',
      },
      { name: 'b.xml', text: '<html/>' },
    ]
    const { reports, notes } = await gatherLogs(input(log('a', 'x')), { knowledge, junit })
    expect(reports).toMatchObject([{ total: 1, failed: 1 }])
    expect(notes.at(-1)).toMatchObject({ code: 'report-broken', text: expect.stringContaining('b.xml') })
  })
})

describe('a run document', () => {
  test('gives the run, the jobs, and the logs of jobs that did not succeed', async () => {
    const jobs = [
      { name: 'a', conclusion: 'failure', log: 'boom\n' },
      { name: 'b', conclusion: 'success', log: 'fine\n' },
      { name: 'c', conclusion: 'timed_out', logFile: 'c.log' },
      { name: 'd', conclusion: 'cancelled' },
    ]
    const file = await gatherInput(asDocument({ run: 7, jobs }), { knowledge })
    expect([file.run, file.jobs.map(job => job.name)]).toEqual([{ run: 7 }, ['a', 'b', 'c', 'd']])
    expect(file.logs.map(({ name, job, size }) => [name, job, size.lines])).toEqual([
      ['a', 'a', 1],
      ['c.log', 'c', 1],
    ])
  })

  test('without conclusions has all of its logs read, and a missing one is a note', async () => {
    const file = await gatherInput(
      asDocument({
        jobs: [
          { name: 'a', logFile: 'missing.log' },
          { name: 'b', log: 'x' },
        ],
      }),
      { knowledge },
    )
    expect([file.logs.map(({ job }) => job), file.notes.map(note => note.code)]).toEqual([['b'], ['file-missing']])
    const none = await gatherDocument(asDocument({ jobs: [{ name: 'a', logFile: 'missing.log' }] }), { knowledge })
    expect([none.logs, none.notes.length]).toEqual([[], 1])
  })

  test('brings its tests', async () => {
    const file = await gatherInput(asDocument({ jobs: [{ name: 'a', tests: [{ name: 't', outcome: 'failed' }] }] }), {
      knowledge,
    })
    expect(file.reports).toMatchObject([{ framework: 'run-document', failed: 1, failedTests: [{ name: 't' }] }])
  })
})

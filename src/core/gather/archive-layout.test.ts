import { describe, expect, test } from 'vitest'
import { chooseLogs, isLogName } from './archive-layout.ts'

const jobs = (paths: string[], root?: string) => chooseLogs(paths, root).logs.map(({ path, job }) => `${path} = ${job}`)

describe('the logs among files', () => {
  test.each([
    [
      'whole jobs in GitHub’s order',
      ['10_z.txt', '2_y.txt', 'y/1_Set up job.txt', 'z/1_Set up job.txt', 'z/system.txt'],
      ['2_y.txt = y', '10_z.txt = z'],
    ],
    [
      'steps of a job without a whole log',
      ['0_a.txt', 'a/1_Set up job.txt', 'b/1_Set up job.txt', 'b/system.txt'],
      ['0_a.txt = a', 'b/1_Set up job.txt = b', 'b/system.txt = b'],
    ],
    ['the same below one folder', ['logs/0_a.txt', 'logs/a/1_Set up job.txt'], ['logs/0_a.txt = a']],
    ['steps of a single job', ['a/1_Set up job.txt', 'a/2_Run make.txt'], ['a/1_Set up job.txt = a', 'a/2_Run make.txt = a']],
    [
      'a whole job whose folder has other characters',
      ['0_build _ x.txt', 'build x/1_Set up job.txt'],
      ['0_build _ x.txt = build _ x'],
    ],
    ['no GitHub layout', ['b.log', 'a.txt', 'c.xml'], ['a.txt = null', 'b.log = null']],
    [
      'a numbered file among many others',
      ['1_notes.txt', 'a.log', 'b.log', 'c.log'],
      ['1_notes.txt = null', 'a.log = null', 'b.log = null', 'c.log = null'],
    ],
    ['nothing', [], []],
  ])('%s', (_, paths, expected) => {
    expect(jobs(paths)).toEqual(expected)
  })

  test('a folder of steps is named after itself', () => {
    expect(jobs(['1_Set up job.txt', '2_Run make.txt'], 'unit')).toEqual(['1_Set up job.txt = unit', '2_Run make.txt = unit'])
    expect(jobs(['1_Set up job.txt'])).toEqual(['1_Set up job.txt = null'])
  })

  test('what is no log is listed; steps told elsewhere are not', () => {
    expect(chooseLogs(['0_a.txt', 'a/1_Set up job.txt', 'cover.png']).skipped).toEqual(['cover.png'])
  })
})

test.each([
  ['build.log', true],
  ['build.log.1', true],
  ['build.log.2026-01-31.gz', false],
  ['build-log', true],
  ['deep/er/stdout', true],
  ['a.stderr', true],
  ['a.txt.gz', true],
  ['a.logs', true],
  ['a.json', false],
  ['a.tar', false],
  ['.hidden', false],
  ['.git/HEAD', false],
  ['node_modules/x/a.log', false],
  ['__MACOSX/a.log', false],
])('%s may be a log: %s', (path, expected) => {
  expect(isLogName(path)).toBe(expected)
})

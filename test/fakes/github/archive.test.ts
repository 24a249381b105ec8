import { afterEach, describe, expect, it } from 'vitest'
import { type Entry, fromBuffer } from 'yauzl'
import { aJob, anAttempt, aRun, aWorld } from './builders.ts'
import { ask, download } from './client.ts'
import { type FakeGitHub, startFakeGitHub } from './fake-github.ts'
import type { AttemptData } from './world.ts'

const UNEVALUATED = 'test (${{ matrix.node }})'

let github: FakeGitHub
afterEach(() => github.stop())

/** The entries of the archive of a run whose latest attempt is `attempt`, by path. */
async function entriesOf(attempt: Partial<AttemptData>, path = '/actions/runs/777/logs'): Promise<Map<string, string>> {
  github = await startFakeGitHub(aWorld({ runs: [aRun({ id: 777, attempts: [anAttempt(attempt)] })] }))
  const { headers } = await ask(github, path)
  const { bytes } = await download(headers.get('location') ?? '')
  expect(github.violations).toEqual([])
  return unzip(Buffer.from(bytes))
}

describe('the archive of an attempt', () => {
  it('has whole jobs at the top and steps in folders', async () => {
    const steps = [
      { name: 'Set up job', log: 'runner' },
      { name: 'Run npm test', log: 'boom' },
      { name: 'Deploy', conclusion: 'skipped' as const },
    ]
    const entries = await entriesOf({ jobs: [aJob({ name: 'build', steps })] })
    expect([...entries.keys()]).toEqual([
      '0_build.txt',
      'build/',
      'build/1_Set up job.txt',
      'build/2_Run npm test.txt',
      'build/system.txt',
    ])
    expect(entries.get('build/2_Run npm test.txt')).toBe('2026-03-02T10:00:15.0000000Z boom\n')
    expect(entries.get('0_build.txt')).toBe('\uFEFF2026-03-02T10:00:05.0000000Z runner\n2026-03-02T10:00:15.0000000Z boom\n')
  })

  it('drops characters, cuts long names and numbers the same ones', async () => {
    const steps = [{ name: 'Run actions/checkout@v4: <fast>' }]
    const entries = await entriesOf({
      jobs: [
        aJob({ name: 'caller / build: "a|b"', steps }),
        aJob({ name: 'x'.repeat(120), steps }),
        aJob({ name: 'twin', steps }),
        aJob({ name: 'twin', steps }),
        aJob({ name: 'test (20)', archiveName: UNEVALUATED, steps }),
      ],
    })
    expect([...entries.keys()].filter(path => !path.includes('/'))).toEqual([
      '0_caller  build ab.txt',
      `1_${'x'.repeat(90)}.txt`,
      '2_twin.txt',
      '3_twin (1).txt',
      `4_${UNEVALUATED}.txt`,
    ])
    expect(entries.has('caller  build ab/1_Run actionscheckout@v4 fast.txt')).toBe(true)
    expect(entries.has('twin (1)/system.txt')).toBe(true)
  })

  it('orders jobs by when they ended and leaves out what has no log', async () => {
    const jobs = [
      aJob({ name: 'slow', steps: [{ name: 'a', seconds: 99 }] }),
      aJob({ name: 'quick', steps: [{ name: 'a', seconds: 1 }] }),
      aJob({ name: 'skipped', conclusion: 'skipped' }),
      aJob({ name: 'gone', logGone: true }),
      aJob({ name: 'kept', carriedOver: true }),
    ]
    const entries = await entriesOf({ jobs })
    expect([...entries.keys()].filter(path => !path.includes('/'))).toEqual(['0_quick.txt', '1_slow.txt'])
  })

  it('gives the lines of a whole job to its steps by time', async () => {
    const log = ['2026-03-02T10:00:06.1Z one', 'goes on', '2026-03-02T10:00:16.2Z two', ''].join('\n')
    const entries = await entriesOf({ jobs: [aJob({ name: 'build', log, steps: [{ name: 'a' }, { name: 'b' }] })] })
    expect(entries.get('0_build.txt')).toBe(log)
    expect(entries.get('build/1_a.txt')).toBe('2026-03-02T10:00:06.1Z one\ngoes on\n')
    expect(entries.get('build/2_b.txt')).toBe('2026-03-02T10:00:16.2Z two\n')
  })

  it('may lack the files of steps, and can be had by attempt', async () => {
    const entries = await entriesOf(
      { archive: 'jobs-only', jobs: [aJob({ name: 'build' })] },
      '/actions/runs/777/attempts/1/logs',
    )
    expect([...entries.keys()]).toEqual(['0_build.txt', 'build/', 'build/system.txt'])
  })
})

function unzip(bytes: Buffer): Promise<Map<string, string>> {
  return new Promise((done, fail) => {
    const entries = new Map<string, string>()
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error !== null) return fail(error)
      zip.on('entry', (entry: Entry) => {
        zip.openReadStream(entry, async (broken, stream) => {
          if (broken !== null) return fail(broken)
          const chunks: Buffer[] = []
          for await (const chunk of stream) chunks.push(chunk as Buffer)
          entries.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
          zip.readEntry()
        })
      })
      zip.on('end', () => done(entries))
      zip.readEntry()
    })
  })
}

import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { bytesOf, nth, opened, openedLogs, textsOf } from '../../../test/read-input.ts'
import { tempFolder } from '../../../test/temp-folder.ts'
import { zipOf } from '../../../test/zips.ts'
import { LIMITS } from './limits.ts'

describe('a folder', () => {
  test('gives its logs, sorted by number, from all folders below', async () => {
    using folder = tempFolder()
    for (const name of ['10.log', '2.log', 'sub/deep/unit.txt', 'sub/build.log.1', 'plain', 'zipped.log.gz'])
      folder.write(name, name.endsWith('.gz') ? gzipSync('z\n') : `${name}\n`)
    for (const name of ['report.xml', '.git/config', 'node_modules/a/a.log', 'picture.png', 'src/a.ts']) folder.write(name, 'x')
    expect(Object.keys(await textsOf(folder.path))).toEqual([
      '2.log',
      '10.log',
      'plain',
      'sub/build.log.1',
      'sub/deep/unit.txt',
      'zipped.log.gz',
    ])
    const { notes, source } = await openedLogs(folder.path)
    expect(source).toEqual({ kind: 'directory', name: folder.path })
    expect(notes).toEqual([
      {
        code: 'files-skipped',
        text: `Left out of ${folder.path}: 3 files that are no logs (picture.png, report.xml, src/a.ts).`,
      },
    ])
  })

  test('in the layout of GitHub’s archive gives jobs', async () => {
    using folder = tempFolder()
    for (const name of ['0_build.txt', 'build/1_Set up job.txt', 'build/system.txt', '1_unit.txt'])
      folder.write(`logs_1/${name}`, 'x\n')
    expect((await openedLogs(folder.path)).logs.map(log => [log.name, log.job])).toEqual([
      ['logs_1/0_build.txt', 'build'],
      ['logs_1/1_unit.txt', 'unit'],
    ])
    const job = (await openedLogs(join(folder.path, 'logs_1/build'))).logs.map(log => [log.name, log.job])
    expect(job).toEqual([['1_Set up job.txt', 'build']])
  })

  test('without logs says so', async () => {
    using folder = tempFolder()
    await expect(opened(folder.path)).rejects.toMatchObject({ code: 'no-logs', message: `${folder.path} holds no logs` })
    folder.write('a.xml', 'x')
    await expect(opened(folder.path)).rejects.toMatchObject({ message: `${folder.path} holds no logs among its 1 files` })
  })

  test('with loops, pipes, dead links and forbidden files is read without them', async () => {
    using folder = tempFolder()
    folder.write('a/a.log', 'a\n')
    symlinkSync('..', join(folder.path, 'a/up'))
    symlinkSync('nowhere', join(folder.path, 'dead.log'))
    symlinkSync('a/a.log', join(folder.path, 'linked.log'))
    execFileSync('mkfifo', [join(folder.path, 'pipe.log')])
    const { logs, notes } = await openedLogs(folder.path)
    expect(logs.map(log => log.name)).toEqual(['a/a.log', 'linked.log'])
    expect(notes.map(note => note.code)).toEqual(['file-missing', 'files-skipped'])
    expect(notes[1]?.text).toContain('pipe.log')
  })

  test('with a folder that may not be entered says which', async () => {
    using folder = tempFolder()
    folder.write('a.log', 'a\n')
    mkdirSync(join(folder.path, 'closed'))
    chmodSync(join(folder.path, 'closed'), 0)
    chmodSync(folder.path, 0o755)
    const root = process.geteuid?.() === 0
    if (root) process.seteuid?.(65_534)
    try {
      const { notes } = await openedLogs(folder.path)
      expect(notes).toEqual([{ code: 'file-forbidden', text: `${join(folder.path, 'closed')} may not be read by this user.` }])
    } finally {
      if (root) process.seteuid?.(0)
    }
  })

  test('is cut beyond a limit, and a file that vanishes is a sentence', async () => {
    using folder = tempFolder()
    for (let i = 0; i < 20; i++) folder.write(`${i}.log`, `${i}\n`)
    const { logs, notes } = await openedLogs(folder.path, { limits: { ...LIMITS, files: 5 } })
    expect([logs.length, notes.map(note => note.code)]).toEqual([5, ['directory-files']])
    rmSync(join(folder.path, nth(logs, 0).name))
    await expect(bytesOf(nth(logs, 0))).rejects.toMatchObject({ code: 'file-missing' })
  })

  test('with an archive in it does not open that', async () => {
    using folder = tempFolder()
    folder.write('a.log', 'a\n')
    folder.write('logs.zip', await zipOf({ 'b.log': 'b\n' }))
    expect((await openedLogs(folder.path)).logs.map(log => log.name)).toEqual(['a.log'])
    expect(basename(folder.path)).toMatch(/^sherpa-test-/)
  })
})

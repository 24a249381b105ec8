import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { bytesOf, nth, opened, openedLogs, textsOf } from '../../../test/read-input.ts'
import { tempFolder } from '../../../test/temp-folder.ts'
import { renamed, zipOf } from '../../../test/zips.ts'
import { LIMITS } from './limits.ts'
import { readArchive } from './read-archive.ts'

const notesOf = async (path: string) => (await openedLogs(path)).notes.map(note => note.code)

/** Lines that hardly shrink. */
const noise = (lines: number, seed = 1) => {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return state.toString(36)
  }
  return Array.from({ length: lines }, () => `${next()}${next()}${next()}\n`).join('')
}

describe('a log archive', () => {
  test('of GitHub: whole jobs, and steps only where the whole job is missing', async () => {
    using folder = tempFolder()
    const path = folder.write(
      'logs.zip',
      await zipOf({
        '10_deploy.txt': 'deploy\n',
        '0_build (ubuntu, 22).txt': 'build\n',
        'build (ubuntu, 22)/1_Set up job.txt': 'set up\n',
        'build (ubuntu, 22)/2_Run make.txt': 'make\n',
        'deploy/1_Set up job.txt': 'set up\n',
        'lost/1_Set up job.txt': 'set up\n',
        'lost/10_Complete job.txt': 'done\n',
        'lost/2_Run tests.txt': 'tests\n',
      }),
    )
    expect(Object.entries(await textsOf(path))).toEqual([
      ['0_build (ubuntu, 22).txt', ['build (ubuntu, 22)', 'build\n']],
      ['10_deploy.txt', ['deploy', 'deploy\n']],
      ['lost/1_Set up job.txt', ['lost', 'set up\n']],
      ['lost/2_Run tests.txt', ['lost', 'tests\n']],
      ['lost/10_Complete job.txt', ['lost', 'done\n']],
    ])
    expect((await openedLogs(path)).source).toEqual({ kind: 'archive', name: path })
  })

  test('is known by its content, whatever it is called', async () => {
    using folder = tempFolder()
    expect(await textsOf(folder.write('download', await zipOf({ 'a.log': 'a\n' })))).toEqual({ 'a.log': [null, 'a\n'] })
  })

  test('of any other kind: its logs, with a note about the rest', async () => {
    using folder = tempFolder()
    const path = folder.write(
      'artifacts.zip',
      await zipOf({
        'unit/test.log.gz': gzipSync('zipped twice\n'),
        'report.xml': '<a/>',
        'z/build.out': 'out\n',
        'stored.txt': '',
      }),
    )
    expect(await textsOf(path)).toEqual({
      'stored.txt': [null, ''],
      'unit/test.log.gz': [null, 'zipped twice\n'],
      'z/build.out': [null, 'out\n'],
    })
    expect((await openedLogs(path)).notes).toEqual([
      { code: 'files-skipped', text: `Left out of ${path}: 1 file that is no log (report.xml).` },
    ])
  })

  test('without any log says so', async () => {
    using folder = tempFolder()
    await expect(opened(folder.write('a.zip', await zipOf({ 'a.png': 'x' })))).rejects.toMatchObject({
      code: 'no-logs',
      kind: 'usage',
    })
    await expect(opened(folder.write('b.zip', await zipOf({})))).rejects.toMatchObject({ code: 'archive-broken' })
  })

  test('may be stored, hold thousands of files, and is cut beyond a limit', async () => {
    using folder = tempFolder()
    const files = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`${i}_job ${i}.txt`, `${i}\n`]))
    const path = folder.write('many.zip', await zipOf(files, { stored: true }))
    const texts = await textsOf(path)
    expect([Object.keys(texts).length, texts['2999_job 2999.txt']]).toEqual([3000, ['job 2999', '2999\n']])
    const cut = await openedLogs(path, { limits: { ...LIMITS, files: 10 } })
    expect([cut.logs.length, cut.notes[0]?.code]).toEqual([10, 'archive-files'])
  })
})

describe('a hostile archive', () => {
  test('with names that lead elsewhere is only ever read', async () => {
    using folder = tempFolder()
    const zip = renamed(
      renamed(
        renamed(await zipOf({ 'XXXetc/passwd': 'a\n', 'Yabs.log': 'b\n', 'CCback.log': 'c\n' }), 'XXXetc', '../etc'),
        'Yabs',
        '/abs',
      ),
      'CCback',
      'C:\\ack',
    )
    expect(await textsOf(folder.write('a.zip', zip))).toEqual({
      'etc/passwd': [null, 'a\n'],
      'abs.log': [null, 'b\n'],
      'ack.log': [null, 'c\n'],
    })
  })

  test('with one name twice reads the last', async () => {
    using folder = tempFolder()
    const path = folder.write('a.zip', renamed(await zipOf({ 'a1.log': 'first\n', 'a2.log': 'last\n' }), 'a1.log', 'a2.log'))
    expect(await textsOf(path)).toEqual({ 'a2.log': [null, 'last\n'] })
    expect(await notesOf(path)).toEqual(['archive-duplicates'])
  })

  test('that is encrypted is refused where it is read', async () => {
    using folder = tempFolder()
    const zip = await zipOf({ 'a.log': 'secret\n' })
    for (const [signature, flags] of [
      ['PK\u0003\u0004', 6],
      ['PK\u0001\u0002', 8],
    ] as const) {
      const at = zip.indexOf(signature, 0, 'latin1') + flags
      zip.writeUInt16LE(zip.readUInt16LE(at) | 1, at)
    }
    await expect(textsOf(folder.write('a.zip', zip))).rejects.toMatchObject({
      code: 'archive-encrypted',
      message: 'a.log is encrypted',
    })
  })

  test('inside an archive is not followed', async () => {
    using folder = tempFolder()
    await expect(
      textsOf(folder.write('a.zip', await zipOf({ 'inner.log': await zipOf({ 'a.log': 'x' }) }))),
    ).rejects.toMatchObject({ code: 'input-not-a-log' })
  })

  test.each([
    ['one file', { entryBytes: 1000 }, 'archive-entry-too-large'],
    ['all files', { totalBytes: 3000 }, 'archive-too-large'],
    ['the ratio of a file', { freeBytes: 1000, ratio: 20 }, 'archive-bomb'],
  ])('is refused while it unpacks: %s', async (_, limits, code) => {
    using folder = tempFolder()
    const path = folder.write('bomb.zip', await zipOf({ 'a.log': 'x\n'.repeat(1000), 'b.log': 'y\n'.repeat(1000) }))
    await expect(textsOf(path, { limits: { ...LIMITS, ...limits } })).rejects.toMatchObject({ code, kind: 'world' })
  })

  test('of plainly stored files is counted as well', async () => {
    using folder = tempFolder()
    const path = folder.write(
      'stored.zip',
      await zipOf({ 'a.log': 'x\n'.repeat(1000), 'b.log': 'y\n'.repeat(1000) }, { stored: true }),
    )
    await expect(textsOf(path, { limits: { ...LIMITS, totalBytes: 3000 } })).rejects.toMatchObject({ code: 'archive-too-large' })
  })

  test('that lies about its sizes is refused all the same', async () => {
    using folder = tempFolder()
    const zip = await zipOf({ 'a.log': 'x\n'.repeat(100_000) })
    zip.writeUInt32LE(10, zip.indexOf('PK\u0001\u0002', 0, 'latin1') + 24)
    await expect(textsOf(folder.write('a.zip', zip), { limits: { ...LIMITS, entryBytes: 100_000 } })).rejects.toMatchObject({
      code: 'archive-entry-too-large',
    })
  })
})

describe('a broken archive', () => {
  test('that was cut off yields the files it still has', async () => {
    using folder = tempFolder()
    const [first, second] = [noise(3000), noise(30_000, 7)]
    const zip = await zipOf({ '0_build.txt': first, '1_test.txt': second, '2_lint.txt': 'never seen\n' })
    const path = folder.write('cut.zip', zip.subarray(0, Math.floor(zip.length * 0.6)))
    const { logs, notes } = await openedLogs(path)
    expect([logs.map(log => log.job), notes.map(note => note.code)]).toEqual([['build', 'test'], ['archive-truncated']])
    expect((await bytesOf(nth(logs, 0))).bytes.toString()).toBe(first)
    const half = await bytesOf(nth(logs, 1))
    expect([second.startsWith(half.bytes.toString()), half.bytes.length > 100_000, half.notes[0]?.code]).toEqual([
      true,
      true,
      'input-truncated',
    ])
  })

  test('is cut at any byte: what is whole is read, nothing is thrown but a sentence', async () => {
    using folder = tempFolder()
    const zip = await zipOf({ '0_build.txt': noise(50), '1_test.txt': noise(50, 3) })
    let whole = 0
    for (let length = 4; length < zip.length; length += 37) {
      const path = folder.write('cut.zip', zip.subarray(0, length))
      try {
        if ((await textsOf(path))['0_build.txt']?.[1] === noise(50)) whole++
      } catch (trouble) {
        expect(trouble).toMatchObject({ name: 'SherpaError' })
      }
    }
    expect(whole).toBeGreaterThan(zip.length / 37 / 2 - 10)
  })

  test('with a damaged file yields the beginning of it', async () => {
    using folder = tempFolder()
    const text = noise(30_000)
    const zip = await zipOf({ 'a.log': text })
    zip.fill(0xff, zip.length >> 1, (zip.length >> 1) + 50)
    const { logs } = await openedLogs(folder.write('a.zip', zip))
    const { bytes, notes } = await bytesOf(nth(logs, 0))
    expect([text.startsWith(bytes.toString().slice(0, 100_000)), notes[0]?.code]).toEqual([true, 'input-truncated'])
  })
})

describe('a downloaded archive', () => {
  test('gives its files by path, more than once', async () => {
    const zip = await zipOf({ '0_build.txt': 'a\n', 'build/1_Set up job.txt': 'b\n' })
    const archive = await readArchive(
      (async function* () {
        yield zip.subarray(0, 50)
        yield zip.subarray(50)
      })(),
    )
    expect(archive.entries.map(entry => entry.path)).toEqual(['0_build.txt', 'build/1_Set up job.txt'])
    for (let time = 0; time < 2; time++)
      for await (const chunk of nth(archive.entries, 1).open()) expect(Buffer.from(chunk).toString()).toBe('b\n')
    await archive.close()
  })

  test('that is none is refused', async () => {
    await expect(
      readArchive(
        (async function* () {
          yield Buffer.from('<html>')
        })(),
      ),
    ).rejects.toMatchObject({ code: 'archive-broken' })
  })
})

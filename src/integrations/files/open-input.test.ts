import { execFileSync, spawn } from 'node:child_process'
import { appendFileSync, chmodSync, copyFileSync, rmSync, symlinkSync, truncateSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { bytesOf, nth, opened, openedLogs, textsOf } from '../../../test/read-input.ts'
import { tempFolder } from '../../../test/temp-folder.ts'
import { zipOf } from '../../../test/zips.ts'
import { LIMITS } from './limits.ts'

const LOG = 'first\nsecond\nthird\n'

describe('a file', () => {
  test('is read as it is', async () => {
    using folder = tempFolder()
    const path = folder.write('build.log', LOG)
    expect(await textsOf(path)).toEqual({ [path]: [null, LOG] })
    expect((await openedLogs(path)).source).toEqual({ kind: 'file', name: path })
  })

  test('larger than a chunk comes out byte for byte', async () => {
    using folder = tempFolder()
    const content = Buffer.from(Array.from({ length: 400_000 }, (_, i) => `line ${i}\n`).join(''))
    const { logs } = await openedLogs(folder.write('big', content))
    expect((await bytesOf(nth(logs, 0))).bytes.equals(content)).toBe(true)
  })

  test('that is empty is a log without lines and a note', async () => {
    using folder = tempFolder()
    const path = folder.write('empty.log', '')
    const { logs } = await openedLogs(path)
    expect(await bytesOf(nth(logs, 0))).toEqual({
      bytes: Buffer.alloc(0),
      notes: [{ code: 'input-empty', text: `${path} is empty.` }],
    })
  })

  test('/dev/null is empty', async () => {
    expect(await textsOf('/dev/null')).toEqual({ '/dev/null': [null, ''] })
  })

  test('in UTF-16 becomes UTF-8 with the same lines', async () => {
    using folder = tempFolder()
    const text = Array.from({ length: 300_000 }, (_, i) => `${i} größer 😀\r\n`).join('')
    const little = folder.write('le.log', Buffer.from(`\ufeff${text}`, 'utf16le'))
    const big = folder.write('be.log', Buffer.from(`\ufeff${text}`, 'utf16le').swap16())
    for (const path of [little, big]) expect((await textsOf(path))[path]?.[1] === text).toBe(true)
  })

  test('that is no log is refused in one sentence', async () => {
    using folder = tempFolder()
    const program = join(folder.path, 'program.log')
    copyFileSync('/bin/ls', program)
    await expect(opened(program)).rejects.toMatchObject({
      code: 'input-not-a-log',
      kind: 'usage',
      message: `${program} is an ELF program or library, not a log`,
    })
    const zstd = folder.write('build.zst', Buffer.from('28b52ffd0000', 'hex'))
    await expect(opened(zstd)).rejects.toMatchObject({ hint: `unpack it first: zstd -dc ${zstd} | sherpa diagnose` })
  })

  test('that grows while it is read is read to the size it had', async () => {
    using folder = tempFolder()
    const before = 'a line\n'.repeat(500_000)
    const path = folder.write('live.log', before)
    const { logs } = await openedLogs(path)
    const notes: string[] = []
    let text = ''
    for await (const chunk of nth(logs, 0).open(note => notes.push(note.code))) {
      text += Buffer.from(chunk).toString()
      appendFileSync(path, 'later\n')
    }
    expect([text === before, notes]).toEqual([true, ['input-grew']])
  })

  test('that shrinks or vanishes while it is read yields what was there', async () => {
    using folder = tempFolder()
    const path = folder.write('rotated.log', 'x\n'.repeat(4_000_000))
    const { logs } = await openedLogs(path)
    const notes: string[] = []
    let size = 0
    for await (const chunk of nth(logs, 0).open(note => notes.push(note.code))) {
      if (size === 0) truncateSync(path, 100)
      size += chunk.length
    }
    expect(notes).toEqual(['input-shrank'])
    rmSync(path)
    await expect(bytesOf(nth(logs, 0))).rejects.toMatchObject({ code: 'file-missing' })
  })

  test('that is a saved case says how to show it', async () => {
    using folder = tempFolder()
    const path = folder.write('case.json', '{\n  "schema": "sherpa.case/1",\n  "logs": []\n}')
    await expect(opened(path)).rejects.toMatchObject({ code: 'case-file', hint: `show it with sherpa replay ${path}` })
  })

  test('that is missing, forbidden or a loop says so', async () => {
    using folder = tempFolder()
    await expect(opened(join(folder.path, 'no.log'))).rejects.toMatchObject({ code: 'file-missing', kind: 'usage' })
    await expect(opened('bad\0name')).rejects.toMatchObject({ code: 'file-missing', kind: 'usage' })
    symlinkSync('loop', join(folder.path, 'loop'))
    await expect(opened(join(folder.path, 'loop'))).rejects.toMatchObject({ code: 'file-loop' })
    const secret = folder.write('secret.log', LOG)
    chmodSync(folder.path, 0o755)
    chmodSync(secret, 0)
    await asNobody(() => expect(opened(secret)).rejects.toMatchObject({ code: 'file-forbidden', kind: 'world' }))
  })
})

/** Root may read everything; another user may not. */
async function asNobody(run: () => Promise<unknown>) {
  if (process.geteuid?.() !== 0) return run()
  process.seteuid?.(65_534)
  try {
    return await run()
  } finally {
    process.seteuid?.(0)
  }
}

describe('what is no file', () => {
  test('a device or a socket is refused', async () => {
    using folder = tempFolder()
    await expect(opened('/dev/zero')).rejects.toMatchObject({ code: 'file-special', message: '/dev/zero is a device, not a log' })
    const path = join(folder.path, 'socket')
    const server = createServer().listen(path)
    await new Promise(resolve => server.once('listening', resolve))
    await expect(opened(path)).rejects.toMatchObject({ code: 'file-special', message: `${path} is a socket, not a log` })
    await new Promise(resolve => server.close(resolve))
  })

  test('a named pipe is read to its end', async () => {
    using folder = tempFolder()
    const path = join(folder.path, 'pipe')
    execFileSync('mkfifo', [path])
    const writer = spawn('sh', ['-c', 'sleep 0.2; { printf "a\\n"; sleep 0.2; seq 1 100000; } > "$0"', path], {
      stdio: 'inherit',
    })
    expect((await textsOf(path))[path]?.[1]).toBe(`a\n${Array.from({ length: 100_000 }, (_, i) => `${i + 1}\n`).join('')}`)
    writer.kill()
  })

  test('a named pipe that nobody writes to does not hang', async () => {
    using folder = tempFolder()
    const path = join(folder.path, 'pipe')
    execFileSync('mkfifo', [path])
    await expect(opened(path)).rejects.toMatchObject({ code: 'pipe-idle' })
  })
})

describe('standard input', () => {
  test('is read, in whatever pieces it comes', async () => {
    expect(await textsOf('-', { stdin: [...LOG].map(char => Buffer.from(char)) })).toEqual({ stdin: [null, LOG] })
    expect((await openedLogs('-', { stdin: [Buffer.from(LOG)] })).source).toEqual({ kind: 'stdin', name: '-' })
    expect(await textsOf('/dev/stdin', { stdin: [Buffer.from(LOG)] })).toEqual({ stdin: [null, LOG] })
  })

  test('may be empty', async () => {
    expect(await textsOf('-')).toEqual({ stdin: [null, ''] })
  })

  test('may be gzip, or an archive', async () => {
    expect(await textsOf('-', { stdin: [gzipSync(LOG)] })).toEqual({ stdin: [null, LOG] })
    expect(await textsOf('-', { stdin: [await zipOf({ '0_build.txt': LOG })] })).toEqual({ '0_build.txt': ['build', LOG] })
    const limits = { ...LIMITS, pipedArchiveBytes: 20 }
    await expect(opened('-', { stdin: [await zipOf({ '0_build.txt': LOG })], limits })).rejects.toMatchObject({
      code: 'input-too-large',
    })
  })

  test('that is a terminal, or no log, is refused', async () => {
    const terminal = Object.assign((async function* () {})(), { isTTY: true })
    const { openInput } = await import('./open-input.ts')
    await expect(openInput('-', { stdin: terminal })).rejects.toMatchObject({ code: 'stdin-empty', kind: 'usage' })
    await expect(opened('-', { stdin: [Buffer.alloc(9999)] })).rejects.toMatchObject({
      code: 'input-not-a-log',
      message: 'standard input is a binary file, not a log',
    })
  })
})

describe('a run document', () => {
  test('larger than several chunks comes out as it is', async () => {
    using folder = tempFolder()
    const text = JSON.stringify({
      schema: 'sherpa.run/1',
      jobs: Array.from({ length: 100_000 }, (_, i) => ({ id: i, name: `job ${i}` })),
    })
    expect(await opened(folder.write('run.json', text))).toMatchObject({ kind: 'run-document', text })
  })

  const DOCUMENT = '{ "schema": "sherpa.run/1", "jobs": [] }'

  test('is told by its content, in a file or piped', async () => {
    using folder = tempFolder()
    const path = folder.write('anything.txt', DOCUMENT)
    expect(await opened(path)).toMatchObject({
      kind: 'run-document',
      source: { kind: 'run-document', name: path },
      text: DOCUMENT,
    })
    expect(await opened('-', { stdin: [Buffer.from(`\ufeff${DOCUMENT}`)] })).toMatchObject({ kind: 'run-document' })
  })

  test('may name its schema last', async () => {
    using folder = tempFolder()
    const log = 'x'.repeat(300_000)
    const path = folder.write('run.json', JSON.stringify({ jobs: [{ name: 'a', log }], schema: 'sherpa.run/1' }))
    expect((await opened(path)).kind).toBe('run-document')
  })

  test('is not every JSON', async () => {
    using folder = tempFolder()
    expect((await opened(folder.write('events.json', '{"level":"error","schema":"other"}\n{"level":"info"}\n'))).kind).toBe(
      'logs',
    )
    expect((await opened(folder.write('talk.log', 'the "schema": "sherpa.run/1" is new\n'))).kind).toBe('logs')
  })

  test('finds logs beside it, and by absolute path', async () => {
    using folder = tempFolder()
    const input = await opened(folder.write('runs/run.json', DOCUMENT))
    const absolute = folder.write('runs/logs/unit.log', LOG)
    if (input.kind !== 'run-document') throw new Error(input.kind)
    expect((await bytesOf(input.logFile('logs/unit.log', 'unit'))).bytes.toString()).toBe(LOG)
    expect((await bytesOf(input.logFile(absolute, 'unit'))).bytes.toString()).toBe(LOG)
  })
})

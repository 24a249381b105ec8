import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { tempFolder } from '../../../test/temp-folder.ts'
import { openRecords } from './open-records.ts'

const ROWS = '{"table":"attempt","repository":"acme/web","run":1}\n'.repeat(5000)

async function* streamOf(text: string | Uint8Array) {
  yield Buffer.from(text)
}

/** What stands behind a pipe with this content: its kind and, where it is read on, its text. */
async function piped(content: string | Uint8Array) {
  using folder = tempFolder()
  const path = join(folder.path, 'pipe')
  folder.write('content', content)
  execFileSync('mkfifo', [path])
  const writer = spawn('sh', ['-c', 'cat "$0" > "$1"', join(folder.path, 'content'), path])
  const told = await tell(await openRecords(path, { stdin: streamOf('') }))
  if (writer.exitCode === null) await once(writer, 'exit')
  return told
}

async function tell(records: Awaited<ReturnType<typeof openRecords>>) {
  const bytes: Uint8Array[] = []
  const open = records.kind === 'documents' ? records.open : records.kind === 'logs' ? records.input.logs[0]?.open : undefined
  for await (const chunk of open?.() ?? []) bytes.push(new Uint8Array(chunk))
  return { kind: records.kind, text: Buffer.concat(bytes).toString() }
}

test('rows and run documents are known by their first bytes, also where they come through a pipe', async () => {
  expect(await piped(ROWS)).toEqual({ kind: 'documents', text: ROWS })
  expect(await piped(gzipSync(ROWS))).toEqual({ kind: 'documents', text: ROWS })
  expect(await piped('{"schema":"sherpa.run/1","run":1}\n')).toMatchObject({ kind: 'documents' })
})

test('and on standard input, whatever it is called', async () => {
  for (const name of ['-', '/dev/stdin', '/dev/fd/0'])
    expect(await tell(await openRecords(name, { stdin: streamOf(gzipSync(ROWS)) }))).toEqual({ kind: 'documents', text: ROWS })
})

test('a log stays a log', async () => {
  expect(await piped('error: it broke\n')).toEqual({ kind: 'logs', text: 'error: it broke\n' })
  expect(await piped(gzipSync('error: it broke\n'))).toEqual({ kind: 'logs', text: 'error: it broke\n' })
})

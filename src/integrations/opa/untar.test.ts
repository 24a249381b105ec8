import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tempFolder } from '../../../test/temp-folder.ts'
import { untar } from './untar.ts'

/** What the tar of this machine writes. */
function archive(files: Readonly<Record<string, string>>, ...options: readonly string[]): Uint8Array {
  using folder = tempFolder()
  for (const [name, content] of Object.entries(files)) folder.write(join('in', name), content)
  const path = join(folder.path, 'out.tar')
  execFileSync('tar', ['--format=ustar', ...options, '-cf', path, '-C', join(folder.path, 'in'), '.'])
  return new Uint8Array(readFileSync(path))
}

const texts = (files: ReadonlyMap<string, Uint8Array> | null) =>
  files && Object.fromEntries([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))

const LONG = `${'folder/'.repeat(20)}data.json`

test('files by their paths, folders left out', () => {
  const files = { 'policy.wasm': 'x'.repeat(1000), 'a/data.json': '{}', empty: '', [LONG]: '1' }
  expect(texts(untar(archive(files)))).toEqual(files)
  expect(texts(untar(archive(files, '--transform=s,^\\./,/,')))).toEqual(files)
})

test('what is cut off or changed is no archive', () => {
  const bytes = archive({ 'policy.wasm': 'x'.repeat(2000) })
  expect(untar(bytes.subarray(0, 1600))).toBeNull()
  expect(untar(bytes.map((byte, i) => (i === 700 ? byte ^ 1 : byte)))).toBeNull()
  expect(untar(new Uint8Array())).toBeNull()
})

test('no bytes make it throw', () => {
  const bytes = archive({ 'policy.wasm': 'hello' })
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2048 }), random => void untar(random)))
  fc.assert(fc.property(fc.nat(1535), fc.nat(255), (at, value) => void untar(bytes.map((byte, i) => (i === at ? value : byte)))))
})

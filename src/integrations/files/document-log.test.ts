import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../../test/temp-folder.ts'
import { documentLog } from './document-log.ts'

const read = async (path: string) => {
  const chunks: Uint8Array[] = []
  for await (const chunk of documentLog(path, 'unit').open()) chunks.push(new Uint8Array(chunk))
  return Buffer.concat(chunks).toString()
}

test('a file is read', async () => {
  using folder = tempFolder()
  folder.write('unit.log', 'hello\n')
  expect(await read(join(folder.path, 'unit.log'))).toBe('hello\n')
})

test('what is no file is refused at once, and not waited for', async () => {
  using folder = tempFolder()
  const [pipe, inner] = [join(folder.path, 'pipe'), join(folder.path, 'inner')]
  execFileSync('mkfifo', [pipe])
  mkdirSync(inner)
  await expect(read(pipe)).rejects.toMatchObject({ code: 'file-special', message: `${pipe} is a pipe, not a log` })
  await expect(read(inner)).rejects.toMatchObject({ code: 'file-special', message: `${inner} is a folder, not a log` })
  await expect(read('/dev/zero')).rejects.toMatchObject({ code: 'file-special', message: '/dev/zero is a device, not a log' })
  await expect(read(join(folder.path, 'none'))).rejects.toMatchObject({ code: 'file-missing' })
})

import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { SherpaError } from '../../core/model/trouble.ts'

/** Writes a file so that a reader sees the one before or all of the new one, never a part of it. */
export async function writeWhole(path: string, text: string): Promise<void> {
  let room: string | undefined
  try {
    room = await mkdtemp(join(dirname(path), '.sherpa-'))
    const draft = join(room, basename(path))
    await writeFile(draft, text)
    await rename(draft, path)
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'an error'
    throw new SherpaError(
      { code: 'file-not-written', kind: 'world', message: `${path} could not be written: ${reason}` },
      { cause },
    )
  } finally {
    if (room !== undefined) await rm(room, { recursive: true, force: true })
  }
}

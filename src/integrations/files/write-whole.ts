import { chmod, mkdtemp, readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { SherpaError } from '../../core/model/trouble.ts'

/** Pieces are taken as they come. */
export type Content = string | AsyncIterable<string>

/**
 * Writes a file so that a reader sees the one before or all of the new one, never a part of it. Links and the mode stay what they are;
 * what is no regular file (a device, a pipe) is written into.
 */
export async function writeWhole(path: string, content: Content): Promise<void> {
  try {
    const before = await stat(path).catch(() => undefined)
    if (before && !before.isFile()) await writeFile(path, content)
    else await replace(await targetOf(path), content, before?.mode)
  } catch (cause) {
    throw notWritten(path, cause)
  }
}

async function replace(path: string, content: Content, mode: number | undefined): Promise<void> {
  const room = await mkdtemp(join(dirname(path), '.sherpa-'))
  try {
    const draft = join(room, basename(path))
    await writeFile(draft, content)
    if (mode !== undefined) await chmod(draft, mode & 0o7777)
    await rename(draft, path)
  } finally {
    await rm(room, { recursive: true, force: true })
  }
}

/** Where links lead, even if nothing is there yet. */
async function targetOf(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    const link = await readlink(path).catch(() => undefined)
    return link === undefined ? path : targetOf(resolve(dirname(path), link))
  }
}

/** What the system answered as a sentence; trouble with the content stays what it is. */
function notWritten(path: string, cause: unknown): unknown {
  const reason = codeOf(cause)
  if (cause instanceof SherpaError || reason === undefined) return cause
  return new SherpaError(
    { code: 'file-not-written', kind: 'world', message: `${path} could not be written: ${reason}` },
    { cause },
  )
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined

import { readFile, realpath } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { SherpaError, type Trouble } from '../../core/model/trouble.ts'
import type { ListFiles } from '../../core/ports/list-files.ts'
import { writeWhole } from './write-whole.ts'

/** Lists below a folder; links do not lead out of it. */
export const createListFiles = (folder: string): ListFiles => ({
  async read(path) {
    try {
      const bytes = await readFile(await within(folder, path))
      return { value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return { value: null }
      return { trouble: troubleOf(error, path) }
    }
  },
  async write(path, text) {
    try {
      await writeWhole(await within(folder, path), text)
      return { value: null }
    } catch (error) {
      return { trouble: troubleOf(error, path), mayHaveHappened: false }
    }
  },
})

/** Where a path leads, if that is below the folder; its own folder has to be there. */
async function within(folder: string, path: string): Promise<string> {
  const [home, place] = await Promise.all([realpath(folder), realpath(dirname(resolve(folder, path)))])
  const target = join(place, path.split('/').at(-1) ?? '')
  const real = await realpath(target).catch(() => target)
  const way = relative(home, real)
  if (way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
    throw new SherpaError({ code: 'list-outside', kind: 'usage', message: `${path} leads out of ${folder}` })
  return real
}

function troubleOf(error: unknown, path: string): Trouble {
  if (error instanceof SherpaError) return { code: error.code, kind: error.kind, message: error.message }
  const why = codeOf(error) ?? (error instanceof TypeError ? 'it is no text' : 'it cannot be read')
  return { code: 'list-unreadable', kind: 'world', message: `the list ${path} cannot be used: ${why}` }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('E')
    ? error.code
    : undefined

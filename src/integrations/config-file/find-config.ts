import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { SherpaError } from '../../core/model/trouble.ts'

/** The text of a configuration file. */
export interface ConfigFile {
  /** As a reader at the working directory would write it. */
  readonly name: string
  /** Absolute; paths in the file start here. */
  readonly folder: string
  readonly text: string
}

const NAMES = ['sherpa.yml', '.github/sherpa.yml'] as const

/**
 * The file that was asked for, or the nearest sherpa.yml from `directory` up to the root of its git repository (in no repository:
 * that folder only). Null where there is none.
 */
export function findConfig(directory: string, asked: string | undefined): ConfigFile | null {
  if (asked !== undefined) return open(resolve(directory, asked), directory)
  for (const folder of foldersUpwards(directory)) {
    const path = NAMES.map(name => join(folder, name)).find(isFile)
    if (path !== undefined) return open(path, directory)
  }
  return null
}

function foldersUpwards(directory: string): readonly string[] {
  const folders = [resolve(directory)]
  for (let folder = resolve(directory); ; folder = dirname(folder)) {
    if (folder !== folders.at(-1)) folders.push(folder)
    if (existsSync(join(folder, '.git'))) return folders
    if (dirname(folder) === folder) return folders.slice(0, 1)
  }
}

function open(path: string, directory: string): ConfigFile {
  const name = shortName(path, directory)
  try {
    const folder = dirname(path)
    return { name, folder: folder.endsWith(join('/', '.github')) ? dirname(folder) : folder, text: readFileSync(path, 'utf8') }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new SherpaError(
      {
        code: 'config-unreadable',
        kind: 'usage',
        message: `${name} cannot be read: ${REASONS[code] ?? code}`,
        hint: 'check --config, or run sherpa init',
      },
      { cause: error },
    )
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a directory',
  EACCES: 'permission denied',
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true

/** Relative where that is shorter to read. */
function shortName(path: string, directory: string): string {
  const short = relative(directory, path)
  return short.length > 0 && short.length < path.length ? short : path
}

import { stat } from 'node:fs/promises'
import type { TextFile } from '../../core/gather/input.ts'
import type { Note } from '../../core/model/case-file.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import { fileChunks } from './file-chunks.ts'
import { createBudget, LIMITS, type Limits } from './limits.ts'
import { logBytes } from './log-bytes.ts'

/** Small files that were asked for by patterns, and why some of them are missing. */
export interface TextFiles {
  readonly files: readonly TextFile[]
  readonly notes: readonly Note[]
}

export interface XmlFilesOptions {
  readonly limits?: Limits
  /** Files that were last written before this are left out; epoch milliseconds. */
  readonly writtenSinceMs?: number
}

/** Reads the files that match any of the patterns (a folder stands for the `.xml` files in it), in the order of their names. */
export async function readXmlFiles(
  patterns: readonly string[],
  { limits = LIMITS, writtenSinceMs = 0 }: XmlFilesOptions = {},
): Promise<TextFiles> {
  const { glob } = await import('tinyglobby')
  const globs = await Promise.all(
    patterns.map(async pattern => ((await isFolder(pattern)) ? `${pattern.replace(/\/+$/, '')}/**/*.xml` : pattern)),
  )
  const names = (
    await glob(
      globs.map(pattern => pattern.replaceAll('\\', '/')),
      { absolute: false, dot: true, expandDirectories: false, followSymbolicLinks: false },
    )
  ).sort()
  if (names.length === 0)
    throw new SherpaError({
      code: 'no-reports',
      kind: 'usage',
      message: `no file matches ${patterns.join(', ')}`,
      hint: 'quote the pattern, and look where the reports are written',
    })
  const files: TextFile[] = []
  const notes: Note[] = []
  for (const name of names) {
    if (writtenSinceMs > 0 && (await writtenMs(name)) < writtenSinceMs) {
      notes.push({ code: 'report-old', text: `${name} is older than the command: left out.` })
      continue
    }
    try {
      files.push({ name, text: await textOf(name, limits, note => notes.push(note)) })
    } catch (trouble) {
      if (!(trouble instanceof SherpaError)) throw trouble
      notes.push({ code: trouble.code, text: `${trouble.message}.` })
    }
  }
  return { files, notes }
}

/** A file that is gone by now counts as new: reading it says what is wrong. */
const writtenMs = async (path: string) => (await stat(path).catch(() => undefined))?.mtimeMs ?? Number.POSITIVE_INFINITY

const isFolder = async (path: string) => (await stat(path).catch(() => undefined))?.isDirectory() ?? false

async function textOf(name: string, limits: Limits, tell: (note: Note) => void): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of logBytes(fileChunks(name, tell), { name, budget: createBudget(name, limits), tell })) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > limits.textBytes)
      throw new SherpaError({
        code: 'input-too-large',
        kind: 'usage',
        message: `${name} is larger than ${Math.round(limits.textBytes / 1024 / 1024)} MiB`,
        hint: 'split the report',
      })
  }
  return text + decoder.decode()
}

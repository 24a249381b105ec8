import { opendir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { byNumber, chooseLogs } from '../../core/gather/archive-layout.ts'
import type { LogInput } from '../../core/gather/input.ts'
import type { Note } from '../../core/model/case-file.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import { fileChunks } from './file-chunks.ts'
import { fileTrouble } from './file-trouble.ts'
import { createBudget, LIMITS, type Limits } from './limits.ts'
import { logBytes } from './log-bytes.ts'
import { skippedNote } from './skipped-note.ts'

/** The logs of a folder and of the folders in it: GitHub's unpacked log archive, or any other. */
export async function openDirectory(path: string, limits: Limits = LIMITS): Promise<LogInput> {
  const notes: Note[] = []
  const walked = await walk(path, limits.files)
  if (walked.cut)
    notes.push({ code: 'directory-files', text: `${path} holds more than ${limits.files} files; the others are left out.` })
  for (const trouble of walked.troubles) notes.push({ code: trouble.code, text: `${trouble.message}.` })
  const { logs, skipped } = chooseLogs(walked.files, basename(resolve(path)))
  const leftOut = [...skipped, ...walked.special].sort(byNumber)
  if (logs.length === 0)
    throw new SherpaError({
      code: 'no-logs',
      kind: 'usage',
      message: `${path} holds no logs${leftOut.length > 0 ? ` among its ${leftOut.length} files` : ''}`,
      hint: 'name the log itself',
    })
  if (leftOut.length > 0) notes.push(skippedNote(path, leftOut))
  const budget = createBudget(path, limits)
  return {
    kind: 'logs',
    source: { kind: 'directory', name: path },
    logs: logs.map(log => ({
      name: log.path,
      job: log.job,
      open: (tell = () => {}) => logBytes(fileChunks(join(path, log.path), tell), { name: log.path, budget, tell }),
    })),
    notes,
  }
}

interface Walked {
  readonly files: string[]
  /** Pipes, sockets and devices. */
  readonly special: string[]
  readonly troubles: SherpaError[]
  cut: boolean
}

/** Follows symbolic links, each folder once. */
async function walk(root: string, max: number): Promise<Walked> {
  const walked: Walked = { files: [], special: [], troubles: [], cut: false }
  const seen = new Set<string>()
  const folders = ['']
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    try {
      const { dev, ino } = await stat(join(root, folder))
      if (seen.has(`${dev}:${ino}`)) continue
      seen.add(`${dev}:${ino}`)
      for await (const { name } of await opendir(join(root, folder))) {
        const path = folder === '' ? name : `${folder}/${name}`
        if (walked.files.length >= max) {
          walked.cut = true
          return walked
        }
        await place(root, path, walked, folders)
      }
    } catch (cause) {
      if (folder === '') throw fileTrouble(root, cause)
      walked.troubles.push(fileTrouble(join(root, folder), cause))
    }
  }
  return walked
}

async function place(root: string, path: string, walked: Walked, folders: string[]) {
  try {
    const found = await stat(join(root, path))
    if (found.isDirectory()) {
      if (!isHidden(path)) folders.push(path)
    } else (found.isFile() ? walked.files : walked.special).push(path)
  } catch (cause) {
    walked.troubles.push(fileTrouble(join(root, path), cause))
  }
}

/** Folders that hold no logs of a CI and may be huge. */
const isHidden = (path: string) => /(?:^|\/)(?:\.[^/]*|node_modules|__MACOSX)$/.test(path)

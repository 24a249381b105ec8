import { SherpaError } from '../../core/model/trouble.ts'

/** What the operating system answered when a file was opened or read, as a sentence. */
export function fileTrouble(path: string, cause: unknown): SherpaError {
  if (cause instanceof SherpaError) return cause
  const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? ''
  const known = KNOWN[code]
  if (known)
    return new SherpaError({ code: known.code, kind: known.kind, message: `${path} ${known.says}`, hint: known.hint }, { cause })
  const message = cause instanceof Error ? cause.message : String(cause)
  return new SherpaError({ code: 'file-unreadable', kind: 'world', message: `${path} could not be read: ${message}` }, { cause })
}

const MISSING = { code: 'file-missing', kind: 'usage', says: 'does not exist', hint: 'check the path' } as const
const FORBIDDEN = {
  code: 'file-forbidden',
  kind: 'world',
  says: 'may not be read by this user',
  hint: 'run sherpa as a user who may read it',
} as const

const KNOWN: Readonly<Record<string, { code: string; kind: 'usage' | 'world'; says: string; hint: string }>> = {
  ENOENT: MISSING,
  ENOTDIR: MISSING,
  ENAMETOOLONG: { ...MISSING, says: 'is too long for a path', hint: 'name a file' },
  ELOOP: { code: 'file-loop', kind: 'usage', says: 'is a symbolic link that leads back to itself', hint: 'name the file itself' },
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EMFILE: {
    code: 'too-many-files',
    kind: 'world',
    says: 'could not be opened: this process has too many open files',
    hint: 'raise ulimit -n',
  },
  ENXIO: { code: 'file-special', kind: 'usage', says: 'is a socket, not a log', hint: 'pipe the log in instead' },
  ERR_INVALID_ARG_VALUE: { ...MISSING, says: 'cannot be a path', hint: 'name a file' },
}

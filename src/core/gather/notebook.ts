import type { Note } from '../model/case-file.ts'
import type { Trouble } from '../model/trouble.ts'

/** Collects what could not be had. The same trouble of many things becomes one note. */
export interface Notebook {
  add(note: Note): void
  trouble(trouble: Told, about: Topic): void
  /** Asking on about this is of no use. */
  hopeless(about: Topic): boolean
  notes(): readonly Note[]
}

/** What was being asked for. */
export type Topic = 'logs' | 'annotations' | 'changes' | 'green logs' | 'green runs' | 'attempts'

/** A trouble as a value or as an error. */
type Told = Pick<Trouble, 'code' | 'message'> & { readonly hint?: string | undefined }

/** After these the CI has no more answers at all. */
const HOPELESS = ['ci-rate-limited', 'ci-unreachable', 'ci-unauthenticated']
/** What is refused for one is refused for all of its kind. */
const REFUSED = ['ci-forbidden', 'ci-sso-required']
/** So often in vain, then no more. */
const PATIENCE = 4

interface Entry {
  readonly note: Note
  readonly about: Topic | null
  times: number
}

export function createNotebook(): Notebook {
  const entries = new Map<string, Entry>()
  const hopeless = new Set<Topic>()
  const troubles = new Map<Topic, number>()
  let over = false

  function put(key: string, note: Note, about: Topic | null) {
    const known = entries.get(key)
    if (known) known.times++
    else entries.set(key, { note, about, times: 1 })
  }

  return {
    add: note => put(`${note.code} ${note.text}`, note, null),
    trouble({ code, message, hint }, about) {
      const times = (troubles.get(about) ?? 0) + 1
      troubles.set(about, times)
      over ||= HOPELESS.includes(code)
      if (REFUSED.includes(code) || (OUTAGES.includes(code) && times >= PATIENCE)) hopeless.add(about)
      put(
        HOPELESS.includes(code) ? code : `${code} ${about}`,
        { code, text: sentence(hint ? `${message}; ${hint}` : message) },
        about,
      )
    },
    hopeless: about => over || hopeless.has(about),
    notes: () => [...entries.values()].filter(entry => !isEcho(entry, entries)).map(toNote),
  }
}

/** Trouble that time may cure, but not within one diagnosis. */
export const OUTAGES: readonly string[] = ['ci-down', 'ci-cut', 'ci-slow', 'log-storage']

/** Whether to ask another time may help. */
export const mayPass = (code: string): boolean => HOPELESS.includes(code) || OUTAGES.includes(code)

/** Why there is no comparison need not be told where the logs themselves have the same trouble. */
const isEcho = ({ note, about }: Entry, entries: ReadonlyMap<string, Entry>) =>
  (about === 'green logs' || about === 'green runs') && entries.has(`${note.code} logs`)

const toNote = ({ note, about, times }: Entry): Note =>
  about && times > 1 ? { ...note, text: `${note.text.replace(/\.$/, '')} (the same for ${times} ${about}).` } : note

const sentence = (text: string) => `${text.replace(/^the /, 'The ')}.`

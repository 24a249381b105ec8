import type { Note } from '../model/case-file.ts'
import type { Trouble } from '../model/trouble.ts'

/** Collects what could not be had. The same trouble of many jobs becomes one note. */
export interface Notebook {
  add(note: Note): void
  /** `about` is what was being asked for, in the plural. */
  trouble(trouble: Told, about: string): void
  /** Asking on is of no use: the CI has no more answers for us at present. */
  hopeless(): boolean
  notes(): readonly Note[]
}

/** A trouble as a value or as an error. */
type Told = Pick<Trouble, 'code' | 'message'> & { readonly hint?: string | undefined }

const HOPELESS = ['ci-rate-limited', 'ci-unreachable', 'ci-unauthenticated']

export function createNotebook(): Notebook {
  const notes = new Map<string, { readonly note: Note; readonly about: string | null; times: number }>()
  let hopeless = false

  function put(key: string, note: Note, about: string | null) {
    const known = notes.get(key)
    if (known) known.times++
    else notes.set(key, { note, about, times: 1 })
  }

  return {
    add: note => put(`${note.code} ${note.text}`, note, null),
    trouble({ code, message, hint }, about) {
      hopeless ||= HOPELESS.includes(code)
      const key = HOPELESS.includes(code) ? code : `${code} ${about}`
      put(key, { code, text: hint ? `${message}; ${hint}` : message }, about)
    },
    hopeless: () => hopeless,
    notes: () => [...notes.values()].map(({ note, about, times }) => (about && times > 1 ? { ...note, text: `${note.text} (the same for ${times} ${about})` } : note)),
  }
}

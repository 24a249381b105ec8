import type { SecretFinder } from '../ports/secrets.ts'
import type { Redactor } from '../redact/redact.ts'
import { redactAll } from '../redact/value.ts'

/** Texts that are the same in every run are looked at once. */
const REMEMBERED = 50_000
const LONGEST_REMEMBERED = 200

/** A gate for whatever is stored: the same value with every secret hidden, fit for every database. */
export function createStoreGate(redact: Redactor, finder: SecretFinder): <T extends object>(value: T) => Promise<T> {
  const known = new Map<string, string>()
  const remembering: Redactor = Object.assign(
    (text: string) => {
      if (text.length > LONGEST_REMEMBERED) return redact(storable(text))
      const before = known.get(text)
      if (before !== undefined) return before
      const hidden = redact(storable(text))
      if (known.size >= REMEMBERED) known.clear()
      known.set(text, hidden)
      return hidden
    },
    redact.hidden ? { hidden: redact.hidden } : {},
  )
  return value => redactAll(value, remembering, finder)
}

/** PostgreSQL keeps no NUL, and no database half of a surrogate pair. */
const storable = (text: string) => (text.isWellFormed() ? text : text.toWellFormed()).replaceAll('\0', '\ufffd')

import type { Effect, NewEntry } from '../model/ledger.ts'
import type { Remedy, Subject, Verified, World } from '../plan/remedy.ts'
import type { Ledger } from '../ports/ledger.ts'

export interface Following {
  readonly remedy: Remedy
  readonly subject: Subject
  readonly effect: Effect
  /** Its line in the ledger, which the next is like. */
  readonly line: NewEntry
}

export interface Patience {
  readonly ledger: Ledger
  readonly world: World
  now(): number
  /** Rests until the next look. */
  rest(): Promise<void>
  /** Epoch milliseconds: stop looking then. */
  readonly untilMs: number
  onProgress(detail: string): void
}

/** Follows what an action changed until it is known whether it healed; what cannot be known in time stays open, for whoever looks next. */
export async function verify({ remedy, subject, effect, line }: Following, patience: Patience): Promise<Verified> {
  const { ledger, world, now, rest, untilMs, onProgress } = patience
  for (;;) {
    const asked = await remedy.verify(subject, effect, world)
    const verified: Verified = asked.trouble ? { state: 'pending', detail: asked.trouble.message } : asked.value
    if (verified.state !== 'pending') {
      await ledger.append({ repository: subject.target.repository, sinceMs: now() }, () => [
        { ...line, atMs: now(), event: verified.state === 'healed' ? 'healed' : 'not-healed', detail: verified.detail, effect },
      ])
      return verified
    }
    onProgress(verified.detail)
    if (now() >= untilMs) return verified
    await rest()
  }
}

import type { Effect, LedgerEntry, NewEntry } from '../model/ledger.ts'
import type { Remedy, World } from '../plan/remedy.ts'
import { EVER_MS, type Ledger } from '../ports/ledger.ts'
import { isHeld, type Standing, standingsOf } from './standing.ts'

/** How an undoing ended: `undone`, or why not. */
export type Undone = { readonly done: true; readonly detail: string } | { readonly done: false; readonly why: string }

export interface UndoTools {
  readonly ledger: Ledger
  readonly world: World
  remedyOf(id: LedgerEntry['remedy']): Remedy | undefined
  /** Epoch milliseconds. */
  now(): number
  readonly by: string
}

/** Takes back what an action changed, once; only of what can be taken back, and only what is known to have been done. */
export async function undo(entries: readonly LedgerEntry[], action: string, tools: UndoTools): Promise<Undone> {
  const standing = standingsOf(entries).get(action)
  if (!standing) return { done: false, why: `the ledger knows no action ${action} that was started` }
  const { started } = standing
  const effect = entries.findLast(entry => entry.action === action && entry.effect !== null)?.effect
  const remedy = tools.remedyOf(started.remedy)
  if (standing.last.event === 'undone') return { done: false, why: 'it was undone already' }
  if (!effect) return { done: false, why: `nothing is known to have been changed: the last line says ${standing.last.event}` }
  if (!remedy?.undo) return { done: false, why: `${started.remedy} cannot be taken back` }
  const subject = { action, target: started.target, params: started.params }
  const write = (line: Pick<NewEntry, 'event' | 'detail'>) =>
    tools.ledger.append({ sinceMs: tools.now() }, () => [
      { ...lineOf(started), atMs: tools.now(), by: tools.by, effect, ...line },
    ])
  if (!(await claim(standing, effect, tools))) return { done: false, why: 'somebody else takes it back' }
  const deed = await remedy.undo(subject, effect, tools.world)
  if (deed.trouble) {
    const { event } = standing.last
    if (!deed.mayHaveHappened) await write({ event, detail: `not taken back: ${deed.trouble.message}` })
    return { done: false, why: deed.trouble.message }
  }
  const detail = deed.value ?? `${effect.kind} ${effect.id} is taken back`
  await write({ event: 'undone', detail })
  return { done: true, detail }
}

/** Writes that it may be taken back from now on, unless somebody else is at it or was. */
async function claim({ action, started }: Standing, effect: Effect, { ledger, now, by }: UndoTools): Promise<boolean> {
  const added = await ledger.append({ sinceMs: EVER_MS }, entries => {
    const found = standingsOf(entries).get(action)
    if (!found || found.last.event === 'undone' || isHeld(found, now())) return []
    return [{ ...lineOf(started), atMs: now(), event: 'unclear', by, detail: 'is being taken back', effect }]
  })
  return added.length > 0
}

const lineOf = ({ seq: _, hash: __, previous: ___, ...line }: LedgerEntry): NewEntry => line

import type { LedgerEntry, NewEntry } from '../model/ledger.ts'
import type { Remedy, World } from '../plan/remedy.ts'
import type { Ledger } from '../ports.ts'
import { standingsOf } from './standing.ts'

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
  const deed = await remedy.undo(subject, effect, tools.world)
  if (deed.trouble) return { done: false, why: deed.trouble.message }
  const detail = `${effect.kind} ${effect.id} is taken back`
  await tools.ledger.append({ repository: started.target.repository, sinceMs: tools.now() }, () => [
    { ...lineOf(started), atMs: tools.now(), event: 'undone', by: tools.by, detail, effect },
  ])
  return { done: true, detail }
}

const lineOf = ({ seq: _, hash: __, previous: ___, ...line }: LedgerEntry): NewEntry => line

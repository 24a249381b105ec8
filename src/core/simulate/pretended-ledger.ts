import { entryOf } from '../heal/execution.ts'
import type { LedgerEntry, LedgerEvent } from '../model/ledger.ts'
import type { Action } from '../model/plan.ts'
import { touched } from '../plan/make-plan.ts'
import type { Situation } from '../plan/remedy.ts'
import { remedies } from '../remedies/index.ts'
import type { RerunResult } from './rerun-result.ts'

/** What would have been done, as the ledger would tell it: so that budgets, cool-downs and the breaker hold in a back-test, too. */
export interface PretendedLedger {
  /** Of 30 days, oldest first, as far as they were known by then. */
  entries(nowMs: number): readonly LedgerEntry[]
  add(action: Action, situation: Situation, rerun: RerunResult): void
}

const LOOK_BACK_MS = 30 * 86_400_000

const EVENTS: Readonly<Record<RerunResult['result'], LedgerEvent>> = { green: 'healed', red: 'not-healed', unknown: 'done' }

export function createPretendedLedger(): PretendedLedger {
  let lines: LedgerEntry[] = []
  let seq = 0
  return {
    entries(nowMs) {
      lines = lines.filter(({ atMs }) => atMs >= nowMs - LOOK_BACK_MS)
      return lines.filter(({ atMs }) => atMs <= nowMs)
    },
    add(action, situation, { result, told }) {
      const remedy = remedies.find(({ id }) => id === action.remedy)
      if (!remedy) return
      const job = situation.redJobs.length === 1 ? (situation.redJobs[0]?.name ?? null) : null
      const target = touched(situation, remedy, { params: action.params, job })
      const subject = { action: action.id, target, params: action.params }
      const startedMs = Math.max(situation.nowMs, Date.parse(action.notBefore ?? '') || 0)
      const write = (atMs: number, event: LedgerEvent) => {
        const entry = entryOf({ action, remedy, subject, plan: '', by: 'sherpa' }, atMs, { event })
        lines.push({ ...entry, seq: ++seq, hash: '', previous: '' })
      }
      write(startedMs, 'started')
      write(Math.max(startedMs, told?.endedMs ?? 0), EVENTS[result])
      lines.sort((a, b) => a.atMs - b.atMs || a.seq - b.seq)
    },
  }
}

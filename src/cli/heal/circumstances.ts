import type { LedgerEntry } from '../../core/model/ledger.ts'
import type { Situation } from '../../core/plan/remedy.ts'
import type { Circumstances } from '../../core/policy/guards.ts'
import type { Limits } from '../../core/policy/limits.ts'
import type { Ledger } from '../../core/ports.ts'
import { checkLedger } from '../../integrations/connect-store.ts'
import type { Variables } from '../environment.ts'
import type { Memory } from './memory.ts'

const LOOK_BACK_MS = 30 * 86_400_000

/** What stands in the way of healing a run, whatever the policy says. */
export async function circumstancesOf(
  { file: { run }, redJobs, nowMs }: Situation,
  { ledger }: Pick<Memory, 'ledger'>,
  limits: Limits,
  variables: Variables,
): Promise<Circumstances> {
  const repository = run?.repository ?? ''
  const startedMs = Date.parse(run?.startedAt ?? '')
  return {
    limits,
    ledger: ledger ? await trusted(ledger, nowMs - LOOK_BACK_MS).catch(() => null) : [],
    failedJobs: redJobs.length,
    status: run?.status ?? null,
    startedMs: Number.isNaN(startedMs) ? null : startedMs,
    killSwitch: isSet(variables[limits.killSwitch.variable]) ? 'on' : 'off',
    isOwnWorkflow: variables['GITHUB_REPOSITORY'] === repository && variables['GITHUB_WORKFLOW'] === run?.workflow,
    nowMs,
  }
}

/** Of all repositories: things that are healed need not belong to one. Null where a line was changed or taken out. */
async function trusted(ledger: Ledger, sinceMs: number): Promise<readonly LedgerEntry[] | null> {
  const { broken } = await checkLedger(ledger)
  return broken ? null : ledger.entries({ sinceMs })
}

/** Whatever somebody who wants to stop everything may write. */
const isSet = (value: string | undefined) => value !== undefined && !['', '0', 'false'].includes(value.toLowerCase())

import type { LedgerEntry } from '../../core/model/ledger.ts'
import type { Situation } from '../../core/plan/remedy.ts'
import type { Circumstances } from '../../core/policy/guards.ts'
import type { Limits } from '../../core/policy/limits.ts'
import type { Ledger } from '../../core/ports/ledger.ts'
import { checkLedger } from '../../integrations/connect-store.ts'
import type { Environment } from '../environment.ts'
import { stopped } from './kill-switch.ts'
import type { Memory } from './memory.ts'
import { repositoryOf } from './world.ts'

const LOOK_BACK_MS = 30 * 86_400_000

/** What stands in the way of healing a run, whatever the policy says. */
export async function circumstancesOf(
  { file, outage, nowMs }: Situation,
  { ledger, lost }: Pick<Memory, 'ledger' | 'lost'>,
  limits: Limits,
  environment: Pick<Environment, 'variables' | 'directory'>,
): Promise<Circumstances> {
  const { variables } = environment
  const { run } = file
  const repository = run?.repository ?? ''
  const startedMs = Date.parse(run?.startedAt ?? '')
  return {
    limits,
    ledger: lost === null ? await trusted(ledger, nowMs - LOOK_BACK_MS).catch(() => null) : null,
    ...(lost !== null && { lost }),
    outage: outage ?? null,
    status: run?.status ?? null,
    startedMs: Number.isNaN(startedMs) ? null : startedMs,
    stopped: await stopped(repositoryOf(file), limits.killSwitch, environment),
    isOwnWorkflow: variables['GITHUB_REPOSITORY'] === repository && variables['GITHUB_WORKFLOW'] === run?.workflow,
    nowMs,
  }
}

/** Of all repositories: things that are healed need not belong to one. Null where a line was changed or taken out. */
async function trusted(ledger: Ledger | null, sinceMs: number): Promise<readonly LedgerEntry[] | null> {
  if (!ledger) return []
  const { broken } = await checkLedger(ledger)
  return broken ? null : ledger.entries({ sinceMs })
}

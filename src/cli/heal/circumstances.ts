import type { LedgerEntry } from '../../core/model/ledger.ts'
import type { Situation } from '../../core/plan/remedy.ts'
import type { Circumstances } from '../../core/policy/guards.ts'
import type { Limits } from '../../core/policy/limits.ts'
import type { Ledger } from '../../core/ports/ledger.ts'
import { checkLedger } from '../../integrations/connect-store.ts'
import type { Environment, Variables } from '../environment.ts'
import type { Memory } from './memory.ts'
import { repositoryOf } from './world.ts'

const LOOK_BACK_MS = 30 * 86_400_000

/** What stands in the way of healing a run, whatever the policy says. */
export async function circumstancesOf(
  { file, redJobs, nowMs }: Situation,
  { ledger }: Pick<Memory, 'ledger'>,
  limits: Limits,
  { variables, directory }: Pick<Environment, 'variables' | 'directory'>,
): Promise<Circumstances> {
  const { run } = file
  const repository = run?.repository ?? ''
  const startedMs = Date.parse(run?.startedAt ?? '')
  return {
    limits,
    ledger: ledger ? await trusted(ledger, nowMs - LOOK_BACK_MS).catch(() => null) : [],
    failedJobs: redJobs.length,
    status: run?.status ?? null,
    startedMs: Number.isNaN(startedMs) ? null : startedMs,
    killSwitch: await killSwitch(repositoryOf(file), limits.killSwitch, variables, directory),
    isOwnWorkflow: variables['GITHUB_REPOSITORY'] === repository && variables['GITHUB_WORKFLOW'] === run?.workflow,
    nowMs,
  }
}

/** Whether somebody stopped everything; a repository that cannot be asked may have. */
async function killSwitch(
  repo: string | undefined,
  { label, variable }: Limits['killSwitch'],
  variables: Variables,
  directory: string,
): Promise<Circumstances['killSwitch']> {
  if (Object.hasOwn(variables, variable) && isSet(variables[variable])) return 'on'
  if (repo === undefined) return 'off'
  const { connectStanding } = await import('../../integrations/connect-github.ts')
  const { value } = await (await connectStanding({ repo, directory, variables })).openIssues(label)
  if (!value) return 'unreadable'
  return value.length > 0 ? 'on' : 'off'
}

/** Of all repositories: things that are healed need not belong to one. Null where a line was changed or taken out. */
async function trusted(ledger: Ledger, sinceMs: number): Promise<readonly LedgerEntry[] | null> {
  const { broken } = await checkLedger(ledger)
  return broken ? null : ledger.entries({ sinceMs })
}

/** Whatever somebody who wants to stop everything may write. */
const isSet = (value: string | undefined) => value !== undefined && !['', '0', 'false'].includes(value.toLowerCase())

import { redWorkflows } from '../../core/history/red-workflows.ts'
import type { CaseFile } from '../../core/model/case-file.ts'
import type { Environment } from '../environment.ts'
import type { Memory } from './memory.ts'
import { repositoryOf } from './world.ts'

const HOUR_MS = 3_600_000

interface Asked {
  /** Epoch milliseconds. */
  readonly nowMs: number
  readonly memory: Memory
}

/** The workflows of a run's repository that failed within the last hour, as the history and the CI know it; null where the CI could not be asked. */
export async function redWorkflowsOf(
  { run, ...file }: CaseFile,
  { nowMs, memory }: Asked,
  { variables }: Environment,
): Promise<readonly string[] | null> {
  if (!run || run.conclusion === 'success') return []
  const stretch = { sinceMs: nowMs - HOUR_MS, untilMs: nowMs }
  const remembered = await memory.redWorkflows(run, stretch)
  const repository = repositoryOf({ run, ...file })
  if (repository === undefined) return remembered
  const { recentRuns } = await import('../../integrations/connect-github.ts')
  const { value, trouble } = await recentRuns(repository, stretch, { variables })
  if (trouble) return null
  return [...new Set([...remembered, ...(await redWorkflows(value.map(toRed), run))])]
}

const toRed = ({ workflow, branch, conclusion }: NonNullable<CaseFile['run']>) => ({ workflow, branch, conclusion })

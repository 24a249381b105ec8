import type { Run } from '../model/run.ts'
import { outcomeOf } from './outcome.ts'

/** What is looked at of a run, or of one of its jobs. */
export type RedRun = Readonly<Record<'workflow' | 'branch', string | null | undefined>> & {
  readonly conclusion?: Run['conclusion'] | null | undefined
}

/** The workflows that failed, each once; but for those that failed on the very branch of a pull request, whose own fault that may be. */
export async function redWorkflows(
  runs: Iterable<RedRun> | AsyncIterable<RedRun>,
  about: Pick<Run, 'pullRequest' | 'branch'> | null,
): Promise<readonly string[]> {
  const red = new Set<string>()
  for await (const { workflow, branch, conclusion } of runs) {
    const isOwn = about?.pullRequest !== undefined && branch === about.branch
    if (workflow && !isOwn && outcomeOf(conclusion) === 'failed') red.add(workflow)
  }
  return [...red].sort()
}

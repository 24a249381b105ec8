import { isOutage } from '../history/outages.ts'
import { lineOf } from '../history/read-past.ts'
import type { PastTest } from '../model/history.ts'

/** Failed tests that a re-run turned green. */
export interface TurnedGreen {
  readonly repository: string
  readonly workflow: string
  /** The pull request, else the branch. */
  readonly line: string
  /** When the re-run was over, in epoch milliseconds. */
  readonly atMs: number
  readonly tests: readonly string[]
}

/**
 * Which of them hid a fault of the change itself. A re-run masked a failure when one of the tests that it turned green fails again
 * afterwards on the same pull request or branch, and had failed on no other before: then this change, and not the test, is what is shaky.
 * Failures of jobs most of whose tests failed tell nothing of a test and do not count. Where the history begins later than the test was
 * flaky, this says too much rather than too little.
 * @param results any order
 */
export async function findMasked<Rerun extends TurnedGreen>(
  reruns: readonly Rerun[],
  results: AsyncIterable<PastTest>,
): Promise<ReadonlySet<Rerun>> {
  const watched = reruns.flatMap(rerun => rerun.tests.map(test => ({ rerun, test, isElsewhere: false, isAgain: false })))
  const byTest = Map.groupBy(watched, ({ rerun, test }) => keyOf(rerun, test))
  for await (const result of results) {
    if (result.outcome !== 'failed' || isOutage(result)) continue
    for (const one of byTest.get(keyOf(result, result.name)) ?? []) {
      const isOwnLine = lineOf(result) === one.rerun.line
      const isAfter = (result.startedMs ?? 0) >= one.rerun.atMs
      if (isOwnLine && isAfter) one.isAgain = true
      if (!isOwnLine && !isAfter) one.isElsewhere = true
    }
  }
  return new Set(watched.filter(({ isAgain, isElsewhere }) => isAgain && !isElsewhere).map(({ rerun }) => rerun))
}

/** A test is the same in all jobs of a workflow: legs of a matrix run the same tests. */
const keyOf = ({ repository, workflow }: Pick<TurnedGreen, 'repository' | 'workflow'>, test: string) =>
  JSON.stringify([repository, workflow, test])

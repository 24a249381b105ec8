import type { CaseFile } from '../../core/model/case-file.ts'
import type { AttemptRecord } from '../../core/model/history.ts'
import { type CommandFacts, commandAttempt, commandCase, type EndedCommand } from '../../core/record/from-command.ts'
import { failuresOf, withLog } from '../../core/record/read-logs.ts'
import type { Environment } from '../environment.ts'
import { withHistory } from '../store/open.ts'
import type { RunOptions } from './options.ts'
import type { Reading } from './reading.ts'
import { tellDiagnosis } from './tell.ts'

/** What there is to conclude from. */
export interface Ended {
  readonly end: EndedCommand
  readonly facts: CommandFacts
  readonly reading: Reading
}

/**
 * Tells what broke, if anything did, and remembers the run. Trouble with one does not keep the other from being done; all of it is returned.
 */
export async function conclude(ended: Ended, options: RunOptions, environment: Environment): Promise<readonly unknown[]> {
  const { end, facts, reading } = ended
  const troubles: unknown[] = []
  let file: CaseFile | undefined

  async function tell(greenLines: readonly number[]): Promise<CaseFile> {
    file = commandCase(reading.end(greenLines), end, facts)
    await tellDiagnosis(file, reading, options, environment).catch((trouble: unknown) => troubles.push(trouble))
    return file
  }

  const remembered = withHistory(options, environment, async ({ store }) => {
    const evidence = await tell(await store.greenLines(facts))
    await store.record([await attemptOf(ended, evidence)])
    return 'nothing failed'
  })
  await remembered.catch(async (trouble: unknown) => {
    if (!file) await tell([])
    troubles.push(trouble)
  })
  return troubles
}

async function attemptOf({ end, facts, reading }: Ended, file: CaseFile): Promise<AttemptRecord> {
  const [log] = file.logs
  const attempt = commandAttempt(end, facts)
  const found = [...(await failuresOf(file, reading)).values()].flat()
  return {
    ...attempt,
    jobs: attempt.jobs.map(job => ({
      ...(log ? withLog(job, log, found) : job),
      ...(job.conclusion === 'success' && { greenLines: reading.ownLines() }),
    })),
  }
}

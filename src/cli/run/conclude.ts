import type { CaseFile } from '../../core/model/case-file.ts'
import type { AttemptRecord } from '../../core/model/history.ts'
import { type CommandFacts, commandAttempt, commandCase, type EndedCommand } from '../../core/record/from-command.ts'
import { findingsOf } from '../../core/record/read-logs.ts'
import { withLog } from '../../core/record/with-log.ts'
import type { Environment } from '../environment.ts'
import { withHistory } from '../store/open.ts'
import { safeText } from '../terminal/safe-text.ts'
import type { RunOptions } from './options.ts'
import type { Reading } from './reading.ts'
import { type Reports, readReports } from './reports.ts'
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
  const reports = await readReports(options.junit, end.startedMs).catch((trouble: unknown) => void troubles.push(trouble))
  for (const note of reports?.notes ?? []) environment.err.write(safeText(`${note}\n`))
  let file: CaseFile | undefined

  async function tell(greenLines: readonly number[]): Promise<CaseFile> {
    file = { ...commandCase(reading.end(greenLines), end, facts), reports: reports?.reports ?? [] }
    await tellDiagnosis(file, reading, options, environment).catch((trouble: unknown) => troubles.push(trouble))
    return file
  }

  const remembered = withHistory(options, environment, async ({ store }) => {
    const evidence = await tell(await store.greenLines(facts))
    await store.record([await attemptOf(ended, evidence, reports?.tests ?? [])])
    return 'nothing failed'
  })
  await remembered.catch(async (trouble: unknown) => {
    if (!file) await tell([])
    troubles.push(trouble)
  })
  return troubles
}

async function attemptOf({ end, facts, reading }: Ended, file: CaseFile, tests: Reports['tests']): Promise<AttemptRecord> {
  const attempt = commandAttempt(end, facts)
  const { logs, failures } = await findingsOf(file, reading)
  const [log] = logs
  const told = tests.length > 0 ? { tests } : {}
  return {
    ...attempt,
    jobs: attempt.jobs.map(job => ({
      ...(log ? withLog({ ...job, ...told }, log, [...failures.values()].flat()) : { ...job, ...told }),
      ...(job.conclusion === 'success' && { greenLines: reading.ownLines() }),
    })),
  }
}

import { diagnose } from '../diagnose.ts'
import { outcomeOf } from '../history/outcome.ts'
import type { Knowledge } from '../log/read.ts'
import type { CaseFile } from '../model/case-file.ts'
import { redJobs } from '../rerun/red-jobs.ts'
import type { RerunSafety } from '../rerun-safety/lint.ts'
import type { Situation } from './remedy.ts'

/** A case, seen by those who would mend it. @param safety where the workflow file could be asked for */
export function situationOf(
  file: CaseFile,
  knowledge: Pick<Knowledge, 'matcher' | 'models'>,
  nowMs: number,
  safety?: RerunSafety,
): Situation {
  return {
    diagnosis: diagnose(file, knowledge),
    file,
    redJobs: redJobs(file, knowledge, nowMs),
    leftRed: leftRed(file),
    ...(safety && { safety }),
    nowMs,
  }
}

/** Jobs that were red when they ran last, and did not run in this attempt. */
export function leftRed({ run, jobs, attempts = [] }: CaseFile): readonly string[] {
  const last = new Map<string, boolean>()
  for (const { attempt, jobs } of attempts)
    if (attempt < (run?.attempt ?? 1)) for (const { name, conclusion } of jobs) last.set(name, outcomeOf(conclusion) === 'failed')
  for (const { name } of jobs) last.delete(name)
  return [...last].filter(([, isRed]) => isRed).map(([name]) => name)
}

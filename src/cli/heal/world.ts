import type { CaseFile } from '../../core/model/case-file.ts'
import type { World } from '../../core/plan/remedy.ts'
import type { Redactor } from '../../core/redact/redact.ts'
import type { RerunSafety } from '../../core/rerun-safety/lint.ts'
import type { Environment } from '../environment.ts'

/** What is to be acted on. */
export interface Asked {
  /** `owner/name`; undefined where no CI is named. */
  readonly repository: string | undefined
  readonly redact: Redactor
}

/** What can be acted on: the CI of a run that was named by its id. */
export async function connectWorld({ repository, redact }: Asked, { variables }: Environment): Promise<World> {
  if (repository === undefined) return {}
  const { connectWorldOf } = await import('../../integrations/connect-github.ts')
  return connectWorldOf(repository, { variables }, redact)
}

/** What the workflow file says about running jobs again, where it can be asked for and something failed. */
export async function rerunSafety(file: CaseFile, { variables }: Environment): Promise<RerunSafety | undefined> {
  const { run } = file
  const repository = repositoryOf(file)
  if (repository === undefined || run?.run === undefined || run.conclusion === 'success') return undefined
  const { readRerunSafety } = await import('../../integrations/connect-github.ts')
  return readRerunSafety(repository, { ...run, run: run.run }, { variables })
}

/** The repository whose CI told the case itself; a document may speak of any CI. */
export const repositoryOf = ({ source, run }: CaseFile): string | undefined =>
  source.kind === 'github' ? run?.repository : undefined

import { access } from 'node:fs/promises'
import { attemptsOf, pastOf } from '../../core/history/case-past.ts'
import type { CaseFile } from '../../core/model/case-file.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import { connectStore } from '../../integrations/connect-store.ts'
import type { Configuration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import { redactorOf } from '../redactor.ts'
import { isUrl } from '../store/named-place.ts'

/** The case with what the history at the place holds of its jobs. Without a history the case is what it is: the trouble becomes a note. */
export async function withPast(
  file: CaseFile,
  place: string,
  configuration: Configuration,
  environment: Environment,
): Promise<CaseFile> {
  const notes: string[] = []
  const past = await readPast(file, place, configuration, { ...environment, tell: sentence => notes.push(sentence) }).catch(
    (error: unknown) => {
      if (!(error instanceof SherpaError)) throw error
      notes.push(error.message)
      return undefined
    },
  )
  const known = past ?? file
  return { ...known, notes: [...known.notes, ...notes.map(text => ({ code: 'history', text }))] }
}

/** The case with what an open history holds of its jobs, and of the run's other attempts. */
export async function pastIn(
  file: CaseFile,
  store: Parameters<typeof pastOf>[1] & Parameters<typeof attemptsOf>[1],
): Promise<CaseFile> {
  const past = await pastOf(file, store)
  const attempts = file.attempts ?? (await attemptsOf(file, store))
  return { ...file, ...(past && { past: { ...file.past, ...past } }), ...(attempts.length > 0 && { attempts }) }
}

type Telling = Environment & { tell(sentence: string): void }

async function readPast(file: CaseFile, place: string, configuration: Configuration, environment: Telling) {
  const { tell, now, variables } = environment
  if (!isUrl(place) && !(await exists(place))) {
    tell(`there is no history at ${place} yet`)
    return undefined
  }
  const store = await connectStore(place, { redact: redactorOf(configuration, variables), tell, now })
  try {
    return await pastIn(file, store)
  } finally {
    await store.close()
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

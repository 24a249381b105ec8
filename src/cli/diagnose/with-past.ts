import { access } from 'node:fs/promises'
import { attemptsOf, pastOf } from '../../core/history/case-past.ts'
import type { CaseFile } from '../../core/model/case-file.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import { connectStore, type StoreConnection } from '../../integrations/connect-store.ts'
import type { Configuration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import { redactorOf } from '../redactor.ts'
import { asideWords, settingAside } from '../store/damage.ts'
import { isUrl } from '../store/named-place.ts'
import { safeText } from '../terminal/safe-text.ts'

/**
 * The case with what the history at the place holds of its jobs. Without a history the case is what it is: the trouble becomes a note. What is
 * no history is a mistake, and of a damaged one is told at once what was done about it.
 */
export async function withPast(
  file: CaseFile,
  place: string,
  configuration: Configuration,
  environment: Environment,
): Promise<CaseFile> {
  const notes: string[] = []
  const redact = redactorOf(configuration, environment.variables)
  const tell = (sentence: string) => {
    notes.push(sentence)
    environment.progress.clear()
    environment.err.write(safeText(`${sentence}\n`, redact))
  }
  const past = await readPast(file, place, {
    redact,
    now: environment.now,
    onAside: (_, aside) => tell(asideWords(place, aside)),
  }).catch((error: unknown) => {
    if (!(error instanceof SherpaError) || error.code === 'not-a-store') throw error
    if (error.code === 'store-damaged') tell(error.message)
    else notes.push(error.message)
    return undefined
  })
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

async function readPast(file: CaseFile, place: string, connection: StoreConnection) {
  const isFile = !isUrl(place)
  if (isFile && !(await exists(place)))
    throw new SherpaError({ code: 'store-missing', kind: 'world', message: `there is no history at ${place} yet` })
  const store = await connectStore(place, connection)
  try {
    return await pastIn(file, store)
  } catch (error) {
    if (!isFile) throw error
    await store.close()
    throw await settingAside(error, place, connection.now())
  } finally {
    await store.close()
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

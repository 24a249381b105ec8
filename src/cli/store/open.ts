import { resolve } from 'node:path'
import type { Redactor } from '../../core/redact/redact.ts'
import { connectStore, type StoreConnection } from '../../integrations/connect-store.ts'
import { type Configuration, loadConfiguration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import type { Ending } from '../exit-code.ts'
import { redactorOf } from '../redactor.ts'
import { safeTextWithout } from '../terminal/safe-text.ts'
import { tokenValues } from '../token-values.ts'
import { asideWords, settingAside } from './damage.ts'
import { isUrl, namedPlace } from './named-place.ts'
import type { StoreOptions } from './options.ts'
import { checkOutput } from './output-beside.ts'
import { ownPlace } from './own-place.ts'

/** What a command that uses the history has. */
export interface History {
  readonly store: Awaited<ReturnType<typeof connectStore>>
  /** A file, or the URL of a PostgreSQL database. */
  readonly place: string
  readonly configuration: Configuration
  /** Hides what everybody calls secret, and what this user does. */
  readonly redact: Redactor
  /** Writes a line to stderr that may hold anything. */
  tell(line: string): void
}

/** Which history, and how it is used. */
export interface Use extends StoreOptions {
  /** A file that will be written: never the history itself. */
  readonly output?: string | undefined
  readonly only?: NonNullable<StoreConnection['only']>
  /** Whatever is there was a history. */
  readonly isOwn?: boolean
  /** Hears that the file was damaged and is set aside; by default that is told. */
  readonly onAside?: StoreConnection['onAside']
}

/** Opens the history for the time of the work. */
export async function withHistory(
  options: Use,
  environment: Environment,
  work: (history: History) => Promise<Ending>,
): Promise<Ending> {
  const configuration = await loadConfiguration(options.config, environment)
  const named = namedPlace(options.store, configuration, environment)
  const place = named ?? ownPlace(environment)
  if (options.output !== undefined) checkOutput(resolve(environment.directory, options.output), place)
  const redact = redactorOf(configuration, environment.variables)
  const safe = safeTextWithout(tokenValues(environment.variables))
  const tell = (line: string) => {
    environment.progress.clear()
    environment.err.write(safe(`${redact(line)}\n`))
  }
  const store = await connectStore(place, {
    redact,
    now: environment.now,
    onAside: options.onAside ?? ((_, aside) => tell(asideWords(place, aside))),
    isOwn: options.isOwn ?? named === undefined,
    ...(options.only && { only: options.only }),
  })
  try {
    return await work({ store, place, configuration, redact, tell })
  } catch (error) {
    if (options.only || isUrl(place)) throw error
    await store.close()
    throw await settingAside(error, place, environment.now())
  } finally {
    environment.progress.clear()
    await store.close()
  }
}

import type { AttemptRecord, GreenLine } from '../../core/model/history.ts'
import type { LedgerEntry } from '../../core/model/ledger.ts'
import type { HistoryStore } from '../../core/ports/history.ts'
import type { Ledger } from '../../core/ports/ledger.ts'
import { checkStore, type StoreState } from './check.ts'
import type { Engine } from './engine.ts'
import { readAllGreenLines, readGreenLines, recordGreenLines } from './green-lines.ts'
import { withoutIndexes } from './indexes.ts'
import { readKnownAttempts } from './known-attempts.ts'
import { adoptLedger, type Chain, createLedger, readLedger } from './ledger.ts'
import { readListing, recordListing } from './listings.ts'
import { migrate } from './migrate.ts'
import { type Pruned, pruneStore, type Retention } from './prune.ts'
import { readAttempts } from './read-attempts.ts'
import { readChanges } from './read-changes.ts'
import { readFailures, readRecurrences } from './read-failures.ts'
import { readJobs, readLastJobs, readTotals } from './read-jobs.ts'
import { readMeasures } from './read-measures.ts'
import { readRecords } from './read-records.ts'
import { readRunAttempts } from './read-run-attempts.ts'
import { readTests } from './read-tests.ts'
import { createRecorder } from './record.ts'
import { readFeedback, readOutcomes, readPlans, recordFeedback, recordOutcome, recordPlan } from './remedies.ts'
import type { OpenFile } from './sqlite/database.ts'
import type { Rescue } from './sqlite/rescue.ts'

/** An open store: what is asked of history, and what keeps the store itself in order. */
export interface Store extends HistoryStore {
  /** @param chain makes the line that follows another */
  ledger(chain: Chain): Ledger
  /** All lines of the ledger as they are, and the taking over of those of another where there are none. */
  ledgerLines(): AsyncIterable<LedgerEntry>
  adoptLedger(lines: AsyncIterable<LedgerEntry>): Promise<boolean>
  check(): Promise<StoreState>
  /** Much is recorded in the work: an empty store is filled faster. */
  filling<T>(work: () => Promise<T>): Promise<T>
  prune(retention: Retention): Promise<Pruned>
  /** All attempts, by repository, run and attempt; without the lines of green logs, which belong to no attempt. */
  records(): AsyncIterable<AttemptRecord>
  allGreenLines(): AsyncIterable<GreenLine>
  recordGreenLines(lines: readonly GreenLine[]): Promise<void>
  /** What could be read of a damaged file that was opened to be read. */
  readonly rescue?: Rescue
}

/** What a store asks of whoever opens it. */
export interface StoreSurroundings {
  /** The place is sherpa's own: whatever is there was a history. */
  readonly isOwn?: boolean
  /** Whether it must be there already, and must stay as it is; by default it begins where nothing is, and where all is damaged. */
  readonly only?: 'existing' | 'read'
  now(): Date
  /** Hears that what was there is damaged, and under which name it is set aside. */
  onAside(damage: string, aside: string): void
}

/** @param place a file, or the URL of a PostgreSQL database */
export async function openStore(place: string, surroundings: StoreSurroundings): Promise<Store> {
  if (isUrl(place)) return migrated(await (await import('./postgres/engine.ts')).openPostgres(place))
  const [{ openSqlite }, { loadSqlite }, { isDamaged }, { checkMagic, checkThere }] = await Promise.all([
    import('./sqlite/engine.ts'),
    import('./sqlite/load.ts'),
    import('./sqlite/trouble.ts'),
    import('./sqlite/foreign.ts'),
  ])
  const open = await loadSqlite()
  if (surroundings.only) checkThere(place)
  if (!surroundings.isOwn) checkMagic(place)
  if (surroundings.only === 'read') return openToRead(place, open)
  const attempt = async () => migrated(openSqlite(place, open))
  try {
    return await attempt()
  } catch (error) {
    if (!isDamaged(error) || surroundings.only) throw error
  }
  try {
    // Another process may have seen to it meanwhile.
    return await attempt()
  } catch (error) {
    if (!isDamaged(error)) throw error
    const { setAside } = await import('./sqlite/set-aside.ts')
    surroundings.onAside((error as Error).message, setAside(place, surroundings.now()))
    return attempt()
  }
}

/** A copy; of a damaged file what can be read. */
async function openToRead(place: string, open: OpenFile): Promise<Store> {
  const [{ openCopy, openRescued }, { isDamaged }] = await Promise.all([
    import('./sqlite/copy.ts'),
    import('./sqlite/trouble.ts'),
  ])
  try {
    return await migrated(await openCopy(place, open))
  } catch (error) {
    if (!isDamaged(error)) throw error
  }
  const { engine, rescue } = await openRescued(place, open)
  return { ...createStore(engine), rescue }
}

async function migrated(engine: Engine): Promise<Store> {
  try {
    await migrate(engine)
    return createStore(engine)
  } catch (error) {
    await engine.close()
    throw error
  }
}

/** The store in a database that has the newest schema. */
export function createStore(engine: Engine): Store {
  const { db } = engine
  return {
    record: createRecorder(engine),
    readAttempts: keys => readAttempts(db, keys),
    knownAttempts: keys => readKnownAttempts(db, keys),
    listing: key => readListing(db, key),
    recordListing: (key, listing) => recordListing(engine, key, listing),
    lastJobs: (key, count, beforeMs) => readLastJobs(db, key, count, beforeMs),
    jobs: window => readJobs(db, window),
    measures: window => readMeasures(db, window),
    totals: window => readTotals(db, window),
    tests: (window, which) => readTests(db, window, which),
    failures: window => readFailures(db, window),
    recurrences: (fingerprint, count) => readRecurrences(db, fingerprint, count),
    runAttempts: (repository, run) => readRunAttempts(db, repository, run),
    changes: (repository, run) => readChanges(db, repository, run),
    greenLines: key => readGreenLines(db, key),
    recordPlan: plan => recordPlan(engine, plan),
    recordOutcome: outcome => recordOutcome(engine, outcome),
    recordFeedback: feedback => recordFeedback(engine, feedback),
    plans: stretch => readPlans(db, stretch),
    outcomes: stretch => readOutcomes(db, stretch),
    feedback: stretch => readFeedback(db, stretch),
    ledger: chain => createLedger(engine, chain),
    ledgerLines: () => readLedger(db),
    adoptLedger: lines => adoptLedger(engine, lines),
    check: () => checkStore(engine),
    filling: work => withoutIndexes(engine, work),
    prune: retention => pruneStore(engine, retention),
    records: () => readRecords(db),
    allGreenLines: () => readAllGreenLines(db),
    recordGreenLines: lines => recordGreenLines(engine, lines),
    close: () => engine.close(),
  }
}

const isUrl = (place: string): boolean => /^postgres(?:ql)?:\/\//.test(place)

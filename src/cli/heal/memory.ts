import { existsSync } from 'node:fs'
import { redWorkflows } from '../../core/history/red-workflows.ts'
import type { CaseFile } from '../../core/model/case-file.ts'
import type { OutcomeRecord, PlanRecord } from '../../core/model/history.ts'
import type { Run } from '../../core/model/run.ts'
import type { Ledger } from '../../core/ports/ledger.ts'
import { connectLedger, connectStore } from '../../integrations/connect-store.ts'
import type { Configuration } from '../configuration.ts'
import { pastIn } from '../diagnose/with-past.ts'
import type { Environment } from '../environment.ts'
import { redactorOf } from '../redactor.ts'
import { asideWords, lostLedger } from '../store/damage.ts'
import { isUrl, namedPlace } from '../store/named-place.ts'
import { ownPlace } from '../store/own-place.ts'
import type { HealOptions } from './options.ts'

/** What is remembered while a run is healed: the past of its jobs, and what was done before. */
export interface Memory {
  /** Null where there is none yet, and none may begin: nothing was done so far. */
  readonly ledger: Ledger | null
  /** Why nobody knows what was done, as a sentence, where a damaged history lies beside this one: then there is no ledger, either. */
  readonly lost: string | null
  /** Keeps what was decided, and what became of it, beside the runs: what they cost and saved is counted there. */
  recordPlan(plan: PlanRecord): Promise<void>
  recordOutcome(outcome: OutcomeRecord): Promise<void>
  /** The case with the past of its jobs. */
  recall(file: CaseFile): Promise<CaseFile>
  /** The workflows of a repository that failed within a stretch of time; see `redWorkflows`. */
  redWorkflows(about: Run, stretch: Stretch): Promise<readonly string[]>
  close(): Promise<void>
}

/** Epoch milliseconds. */
interface Stretch {
  readonly sinceMs: number
  readonly untilMs: number
}

/** Opens the history; where only a plan is wanted, none begins, and never in place of a damaged one, which knows what was spent. */
export async function openMemory(
  { store: asked, dryRun }: Pick<HealOptions, 'store' | 'dryRun'>,
  configuration: Configuration,
  environment: Environment,
): Promise<Memory> {
  const named = namedPlace(asked, configuration, environment)
  const place = named ?? ownPlace(environment)
  const isThere = isUrl(place) || existsSync(place)
  if (dryRun && !isThere) return { ...NOTHING, lost: await lostLedger(place) }
  const redact = redactorOf(configuration, environment.variables)
  const tell = (sentence: string) => environment.err.write(`${redact(sentence)}\n`)
  const lost = await lostLedger(place)
  const store = await connectStore(place, {
    redact,
    now: environment.now,
    onAside: (_, aside) => tell(asideWords(place, aside)),
    isOwn: named === undefined,
    ...(isThere && { only: 'existing' }),
  })
  return {
    ledger: lost === null ? connectLedger(store, redact) : null,
    lost,
    recordPlan: plan => store.recordPlan(plan),
    recordOutcome: outcome => store.recordOutcome(outcome),
    recall: file => pastIn(file, store),
    redWorkflows: (about, stretch) =>
      redWorkflows(store.jobs({ ...stretch, ...(about.repository !== undefined && { repository: about.repository }) }), about),
    close: () => store.close(),
  }
}

/** Where there is no history, and none may begin. */
const NOTHING: Memory = {
  ledger: null,
  lost: null,
  recordPlan: async () => {},
  recordOutcome: async () => {},
  recall: async file => file,
  redWorkflows: async () => [],
  close: async () => {},
}

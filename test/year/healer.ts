import { join } from 'node:path'
import { gatherChecked } from '../../src/core/gather/from-logs.ts'
import { type ApprovalTerms, approve } from '../../src/core/heal/approval.ts'
import { execute } from '../../src/core/heal/execute.ts'
import { type Execution, entryOf, NOBODY_ASKED } from '../../src/core/heal/execution.ts'
import { verify } from '../../src/core/heal/verify.ts'
import { pastOf } from '../../src/core/history/case-past.ts'
import { createKnowledge } from '../../src/core/log/read.ts'
import type { LedgerEntry, NewEntry } from '../../src/core/model/ledger.ts'
import type { Plan } from '../../src/core/model/plan.ts'
import { makePlan, touched } from '../../src/core/plan/make-plan.ts'
import type { Situation } from '../../src/core/plan/remedy.ts'
import { situationOf } from '../../src/core/plan/situation.ts'
import { decideBy } from '../../src/core/policy/consult.ts'
import { guard } from '../../src/core/policy/guards.ts'
import type { Limits } from '../../src/core/policy/limits.ts'
import { objection } from '../../src/core/policy/objection.ts'
import { outageOf, testsOf } from '../../src/core/policy/outage.ts'
import type { Policy } from '../../src/core/policy/policy.ts'
import { ingestDocuments } from '../../src/core/record/ingest.ts'
import { remedies } from '../../src/core/remedies/index.ts'
import { lintWorkflow } from '../../src/core/rerun-safety/lint.ts'
import { rules } from '../../src/core/rules/index.ts'
import { frameworks } from '../../src/core/tests/index.ts'
import { parseYaml } from '../../src/integrations/config-file/parse-yaml.ts'
import { connectSecretFinder } from '../../src/integrations/connect.ts'
import { connectLedger, connectStore, digest } from '../../src/integrations/connect-store.ts'
import { REPOSITORY, type SimulatedCi, type SimulatedRun } from './ci.ts'
import { DEPLOY_FILE } from './jobs.ts'
import { DAY, type Timeline } from './timeline.ts'

export interface HealerOptions {
  readonly folder: string
  readonly timeline: Timeline
  readonly ci: () => SimulatedCi
  readonly policy: Policy
  readonly limits: Limits
  /** Whether a person agrees, where one has to. */
  agrees(action: Plan['actions'][number]): boolean
}

/** What sherpa is to a CI, with a history and a ledger of its own: it is told of attempts, and heals. */
export interface Healer {
  /** An attempt is over: it is remembered, what was done about the run is followed, and what may be done is done. */
  onAttempt(run: SimulatedRun): Promise<void>
  /** Follows what came to an end by itself. */
  follow(): Promise<void>
  ledger(): Promise<readonly LedgerEntry[]>
  close(): Promise<void>
}

/** What was done and is not known to have healed yet. */
interface Open {
  readonly execution: Execution
  readonly line: NewEntry
}

const knowledge = createKnowledge({ rules, frameworks })
const asItIs = (text: string) => text

export async function createHealer({ folder, timeline, ci, policy, limits, agrees }: HealerOptions): Promise<Healer> {
  const store = await connectStore(join(folder, 'history.db'), {
    redact: asItIs,
    now: () => new Date(timeline.now()),
    onAside: (_, aside) => {
      throw new Error(`the history was damaged: ${aside}`)
    },
    isOwn: true,
  })
  const ledger = connectLedger(store, asItIs)
  const finder = await connectSecretFinder()
  const open: Open[] = []

  async function onAttempt(run: SimulatedRun) {
    await remember(run)
    await follow()
    if (run.attempts.at(-1)?.document.conclusion === 'failure') await heal(run)
  }

  async function remember(run: SimulatedRun) {
    const text = JSON.stringify(run.attempts.at(-1)?.document)
    const counts = await ingestDocuments(
      {
        name: 'year',
        source: { kind: 'run-document', name: 'year' },
        async *open() {
          yield new TextEncoder().encode(text)
        },
        logFile: () => {
          throw new Error('logs are in the documents')
        },
      },
      { store, logs: { knowledge, redact: asItIs, finder }, onRefused: fail, onNote: fail },
    )
    if (counts.new !== 1) throw new Error(`attempt of run ${run.id} is not new`)
  }

  const terms: ApprovalTerms = { validMs: 30 * 60_000, approvers: [], whose: 'login', nowMs: timeline.now }

  async function heal(run: SimulatedRun) {
    const situation = await situationFor(run)
    const plan = await makePlan(situation, {
      decide: async facts => facts.map(decideBy(policy)),
      guard: (facts, wanted) => guard(facts, wanted, circumstances(situation, entries)),
      digest,
    })
    const chosen = plan.actions.find(action => action.verdict === 'allow' || (action.verdict === 'ask' && agrees(action)))
    if (!chosen) return
    const tooEarly = Date.parse(chosen.notBefore ?? '') - timeline.now()
    if (tooEarly > 0) return timeline.at(timeline.now() + tooEarly, () => healStill(run))
    const remedy = remedies.find(({ id }) => id === chosen.remedy) as Execution['remedy']
    const job = typeof chosen.params['job'] === 'string' ? chosen.params['job'] : null
    const target = touched(situation, remedy, { params: chosen.params, job })
    const by = chosen.verdict === 'allow' ? NOBODY_ASKED : 'ada'
    const execution = { action: chosen, remedy, subject: { action: chosen.id, target, params: chosen.params }, plan: plan.id, by }
    if (by !== NOBODY_ASKED) await approve(execution, { ledger, terms })
    const { event, effect } = await execute(execution, {
      ledger,
      world: ci().world,
      limit: (lines, { subject, action }) =>
        objection(
          lines,
          { remedy: action.remedy, target: subject.target, costMinutes: action.costMinutes },
          limits,
          timeline.now(),
        ),
      approvals: terms,
      now: timeline.now,
    })
    if (event === 'done' && effect) open.push({ execution, line: entryOf(execution, timeline.now(), { event, effect }) })
  }

  /** Unless it was run again meanwhile. */
  async function healStill(run: SimulatedRun) {
    const attempts = run.attempts.length
    const { endMs } = run.attempts[attempts - 1] as SimulatedRun['attempts'][number]
    if (endMs <= timeline.now()) await heal(run)
  }

  let entries: readonly LedgerEntry[] = []
  async function situationFor(run: SimulatedRun): Promise<Situation> {
    entries = await ledger.entries({ sinceMs: timeline.now() - 30 * DAY })
    const document = run.attempts.at(-1)?.document as SimulatedRun['attempts'][number]['document']
    const file = await gatherChecked(
      document,
      { source: { kind: 'run-document', name: 'year' }, logFile: () => ({ name: '', job: null, async *open() {} }) },
      { knowledge },
    )
    const past = await pastOf(file, store)
    const attempts = await store.runAttempts(REPOSITORY, run.id)
    const others = attempts.filter(({ attempt }) => attempt !== document.attempt)
    const known = { ...file, ...(past && { past }), ...(others.length > 0 && { attempts: others }) }
    return situationOf(known, knowledge, timeline.now(), run.workflow === 'deploy' ? deploySafety() : undefined)
  }

  const circumstances = ({ redJobs, file, nowMs }: Situation, lines: readonly LedgerEntry[]) => ({
    limits,
    ledger: lines,
    outage: outageOf({ failedJobs: redJobs.length, tests: testsOf(file), redWorkflows: [] }, limits.outage),
    status: 'completed' as const,
    startedMs: Date.parse(file.run?.startedAt ?? ''),
    stopped: null,
    isOwnWorkflow: false,
    nowMs,
  })

  async function follow() {
    for (const { execution, line } of open.splice(0)) {
      const { remedy, subject } = execution
      const patience = {
        ledger,
        world: ci().world,
        now: timeline.now,
        untilMs: timeline.now(),
        rest: async () => {},
        onProgress() {},
      }
      const { state } = await verify({ remedy, subject, effect: line.effect as NonNullable<NewEntry['effect']>, line }, patience)
      if (state === 'pending') open.push({ execution, line })
    }
  }

  return { onAttempt, follow, ledger: () => ledger.entries({ sinceMs: 0 }), close: () => store.close() }
}

function deploySafety() {
  const parsed = parseYaml(DEPLOY_FILE, 'deploy.yml')
  if (!('value' in parsed)) throw new Error('the workflow file cannot be read')
  const { value, locate } = parsed.value
  return lintWorkflow(
    'deploy.yml',
    { value, text: DEPLOY_FILE, lineOf: at => locate(at, 'key').line },
    { event: 'push', branch: 'main' },
  )
}

function fail(message: string): never {
  throw new Error(message)
}

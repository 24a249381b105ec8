import { DISPATCH_PARAMS, dispatchParams, ownDispatch } from '../dispatch/dispatch-params.ts'
import { findAgain, startAgain, verifyAgain } from '../dispatch/same-commit.ts'
import type { Effect } from '../model/ledger.ts'
import type { Params } from '../model/plan.ts'
import { NOT_CONNECTED } from '../plan/not-connected.ts'
import { optionally } from '../plan/optionally.ts'
import type { Proposal, Remedy, Situation, Subject, World } from '../plan/remedy.ts'
import { type Decision, strictest } from '../policy/strictest.ts'
import type { Deed } from '../ports/answer.ts'
import { type Poisoned, poisonedJobs } from '../rerun/poisoned-caches.ts'
import { minutesOf } from '../rerun/red-jobs.ts'
import { findAttempt, rerun, thingOfRun, verifyAttempt } from '../rerun/rerun-effect.ts'
import { safeAlone, safeToDispatch, safeToRerun } from '../rerun/safe-to-rerun.ts'

/**
 * Builds anew what was built from a damaged cache. GitHub re-runs with caches only, so those that the log names are deleted, and the failed
 * jobs run again, as one action. Where the log names none, but the workflow takes an input that leaves caches out, it is started with that.
 */
export const remedy: Remedy = {
  id: 'rebuild-without-cache',
  title: params =>
    params['workflow'] === undefined
      ? `delete the cache ${keysOf(params).join(', ')} and re-run the failed jobs`
      : `start ${params['workflow']} on ${params['branch']} without caches`,
  params: { keys: { kind: 'texts', longest: 512, most: 10, optional: true }, ...optionally(DISPATCH_PARAMS) },
  risk: 'low',
  reversible: false,
  leavesRunRed: ({ workflow }) => workflow !== undefined,
  propose(situation) {
    const poisoned = poisonedJobs(situation.file)
    if (poisoned.length === 0 || situation.redJobs.length === 0) return []
    const keys = [...new Set(poisoned.flatMap(({ keys }) => keys))].slice(0, 10)
    return keys.length > 0 ? [byDeleting(situation, poisoned, keys)] : byDispatch(situation, poisoned)
  },
  thing: thingOfRun,
  find: (subject, world) => (isDispatch(subject) ? findAgain : findAttempt)(subject, world),
  act: (subject, world) => (isDispatch(subject) ? startAgain : deleteAndRerun)(subject, world),
  verify: (subject, effect, world) => (isDispatch(subject) ? verifyAgain : verifyAttempt)(subject, effect, world),
}

const isDispatch = ({ params }: Subject) => params['workflow'] !== undefined
const keysOf = ({ keys = [] }: Params): readonly string[] => (Array.isArray(keys) ? (keys as readonly string[]) : [])

function byDeleting(situation: Situation, poisoned: readonly Poisoned[], keys: readonly string[]): Proposal {
  const { redJobs, nowMs } = situation
  const names = redJobs.map(({ name }) => name)
  return {
    params: { keys },
    judged: strictest([worth, mixed(situation, poisoned), safeAlone(safeToRerun(situation, names))]),
    because: poisoned
      .map(({ job, title, keys }) => `${job ?? 'the log'}: ${title}; restored before: ${keys.join(', ') || 'nothing'}`)
      .join('; '),
    costMinutes: redJobs.reduce((sum, { minutes }) => sum + minutes, 0),
    notBeforeMs: nowMs,
    job: names.length === 1 ? (names[0] ?? null) : null,
  }
}

const worth: Decision = {
  verdict: 'allow',
  reasons: [{ code: 'worth-it', text: 'What was restored may be damaged; without it, it is had anew.' }],
}

/** What else is red stays so, unless it may pass. */
function mixed({ redJobs, leftRed }: Situation, poisoned: readonly Poisoned[]): Decision {
  const others = redJobs.filter(({ name, nature }) => nature !== 'transient' && !poisoned.some(({ job }) => job === name))
  const lasting = [...others.map(({ name }) => name), ...leftRed]
  if (lasting.length === 0) return { verdict: 'allow', reasons: [] }
  const text = `The run stays red: caches have nothing to do with ${lasting.slice(0, 3).join(', ')}.`
  return { verdict: 'ask', reasons: [{ code: 'mixed-failures', text }] }
}

function byDispatch(situation: Situation, poisoned: readonly Poisoned[]): readonly Proposal[] {
  const [workflow, config] = ownDispatch(situation) ?? []
  if (!workflow || !config?.noCache) return []
  const params = dispatchParams(workflow, config, situation, { [config.noCache]: 'true' })
  if (!params) return []
  return [
    {
      params,
      judged: strictest([worth, mixed(situation, poisoned), safeToDispatch(situation)]),
      because: poisoned.map(({ job, title }) => `${job ?? 'the log'}: ${title}`).join('; '),
      costMinutes: situation.file.jobs.reduce((sum, job) => sum + minutesOf(job), 0),
      notBeforeMs: situation.nowMs,
      job: null,
    },
  ]
}

/** Deleting what is gone already is no matter; what is deleted, but not run again, is told as unclear. */
async function deleteAndRerun(subject: Subject, world: World): Promise<Deed<Effect>> {
  const { target, params } = subject
  const { caches } = world
  if (!caches) return NOT_CONNECTED
  let deleted = 0
  for (const key of keysOf(params)) {
    const asked = await caches.caches(target.repository, key)
    if (asked.trouble) return { ...asked, mayHaveHappened: deleted > 0 }
    for (const { id } of asked.value) {
      const removed = await caches.remove(target.repository, id)
      if (removed.trouble) return { ...removed, mayHaveHappened: removed.mayHaveHappened || deleted > 0 }
      deleted++
    }
  }
  const done = await rerun(subject, world, 'failed')
  if (!done.trouble || deleted === 0) return done
  return { trouble: { ...done.trouble, message: `the caches are deleted, but ${done.trouble.message}` }, mayHaveHappened: true }
}

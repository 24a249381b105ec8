import type { DispatchConfig } from '../config/config.ts'
import type { Effect } from '../model/ledger.ts'
import type { Params } from '../model/plan.ts'
import { NOT_CONNECTED } from '../plan/not-connected.ts'
import type { ParamSpec, Situation, Subject, Verified, World } from '../plan/remedy.ts'
import type { Answer, Deed } from '../ports/answer.ts'
import type { Deployment } from '../ports/deployments.ts'
import type { DispatchedRun } from '../ports/dispatches.ts'
import { dispatchRun, effectOf, findDispatched, isLater, runOf, startedRuns, stillOpen } from './dispatch-effect.ts'
import { DISPATCH_PARAMS, dispatchParams } from './dispatch-params.ts'
import { knownGood } from './known-good.ts'

/** Rolling back by the workflow that deploys: it is started with the commit that was good before. */

export const ROLL_BACK_PARAMS = {
  ...DISPATCH_PARAMS,
  /** The input that takes the commit. */
  input: { kind: 'text', longest: 100, pattern: /[A-Za-z_][\w-]*/ },
  proof: { kind: 'text', longest: 6, pattern: /commit|run/ },
} satisfies Readonly<Record<string, ParamSpec>>

/** The workflow that deploys to an environment, by its file. */
export const deployerOf = ({ dispatch = {} }: Situation, environment: string): readonly [string, DispatchConfig] | undefined =>
  Object.entries(dispatch).find(([, { deploys }]) => deploys?.environments.includes(environment))

/** None where no branch is known. */
export function rollBackParams(situation: Situation, environment: string): Params | null {
  const [workflow, config] = deployerOf(situation, environment) ?? []
  if (!workflow || !config?.deploys) return null
  const { commit, environment: place, proof } = config.deploys
  const params = dispatchParams(workflow, config, situation, place === undefined ? {} : { [place]: environment })
  return params && { ...params, input: commit, proof }
}

export async function findRollBack(subject: Subject, world: World): Promise<Answer<Effect | null>> {
  const found = await findDispatched(subject, world)
  if (found.trouble) return found
  return { value: found.value ? { ...effectOf(found.value), before: String(subject.params['commit']) } : null }
}

export async function rollBackByDispatch(subject: Subject, world: World): Promise<Deed<Effect>> {
  const { target, params } = subject
  const asked = await deploymentsOf(subject, world)
  const good = asked.trouble ? asked : knownGood(asked.value, params)
  if (good.trouble) return { ...good, mayHaveHappened: false }
  const runs = await startedRuns(subject, world)
  if (runs.trouble) return { ...runs, mayHaveHappened: false }
  const later = runs.value.find(run => isLater(run, target.run))
  if (later) return { trouble: startedSince(params, later), mayHaveHappened: false }
  const { commit } = good.value
  const done = await dispatchRun(subject, world, { [String(params['input'])]: commit })
  return done.trouble ? done : { value: { ...done.value, before: String(params['commit']), after: commit } }
}

/** Healed once the run is green and the environment has what it should. */
export async function verifyRollBack(subject: Subject, effect: Effect, world: World): Promise<Answer<Verified>> {
  const found = await runOf(subject, effect, world)
  if (found.trouble) return found
  const run = found.value
  const open = stillOpen(run, effect)
  if (open || !run) return { value: open ?? { state: 'pending', detail: 'it does not show yet' } }
  const asked = await deploymentsOf(subject, world)
  if (asked.trouble) return asked
  const [newest, ...older] = asked.value
  const { environment, proof } = subject.params
  if (!newest || !(proof === 'run' ? newest.createdMs >= run.createdMs : isRight(newest, older, effect)))
    return { value: { state: 'not-healed', detail: `run ${run.id} is green, but ${environment} ${has(newest)}` } }
  if (newest.state === null || UNDER_WAY.has(newest.state))
    return { value: { state: 'pending', detail: `deployment ${newest.id} is ${newest.state ?? 'not begun'}` } }
  const state = newest.state === 'success' ? 'healed' : 'not-healed'
  return { value: { state, detail: `run ${run.id} is green, and ${environment} ${has(newest)}` } }
}

const UNDER_WAY: ReadonlySet<string> = new Set(['in_progress', 'queued', 'pending'])

/** It names the commit that was to be put there; where nobody remembers which, one that was good before and is not the one that failed. */
function isRight({ commit }: Deployment, older: readonly Deployment[], { before, after }: Effect): boolean {
  if (after !== undefined) return commit === after
  return commit !== before && older.some(one => one.commit === commit && one.succeeded)
}

const has = (deployment: Deployment | undefined): string =>
  deployment ? `has ${deployment.commit.slice(0, 12)} (${deployment.state ?? 'not begun'})` : 'has nothing'

/** Starts the workflow with the commit that was there before; only where the run can be told from others. */
export async function undoRollBack(subject: Subject, { before }: Effect, world: World): Promise<Deed<null>> {
  const { params, action } = subject
  if (params['id'] === undefined || before === undefined) return { trouble: noUndo(params), mayHaveHappened: false }
  const undoing = { ...subject, action: action.replace(/^action:/, 'undo:') }
  const found = await findDispatched(undoing, world)
  if (found.trouble) return { ...found, mayHaveHappened: false }
  if (found.value) return { value: null }
  const done = await dispatchRun(undoing, world, { [String(params['input'])]: before })
  return done.trouble ? done : { value: null }
}

const deploymentsOf = ({ target, params }: Subject, { deployments }: World): Promise<Answer<readonly Deployment[]>> =>
  deployments ? deployments.deployments(target.repository, String(params['environment'])) : Promise.resolve(NOT_CONNECTED)

const startedSince = ({ workflow }: Params, { id }: DispatchedRun) =>
  ({
    code: 'deployment-moved',
    kind: 'world',
    message: `somebody started ${workflow} since: run ${id}`,
    hint: 'look what it deployed, and roll back by hand',
  }) as const

const noUndo = ({ workflow, input }: Params) =>
  ({
    code: 'undo-unmarked',
    kind: 'usage',
    message: `${workflow} does not show in its run-name which action started it, so it is not started to take one back`,
    hint: `start it by hand with another ${input}`,
  }) as const

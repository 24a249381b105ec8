import { knownGood } from '../dispatch/known-good.ts'
import {
  deployerOf,
  findRollBack,
  ROLL_BACK_PARAMS,
  rollBackByDispatch,
  rollBackParams,
  undoRollBack,
  verifyRollBack,
} from '../dispatch/roll-back.ts'
import type { Effect } from '../model/ledger.ts'
import type { Params } from '../model/plan.ts'
import { NOT_CONNECTED } from '../plan/not-connected.ts'
import { optionally } from '../plan/optionally.ts'
import type { Remedy, Situation, Subject, Verified, World } from '../plan/remedy.ts'
import type { Answer, Deed } from '../ports/answer.ts'
import { findJob } from '../rerun-safety/judge.ts'

const COMMIT = /^[0-9a-f]{7,64}$/
/** Of an environment. */
const LONGEST_NAME = 255

/**
 * Deploys again what was good before: the newest older deployment that succeeded and is no roll-back itself. Only while the one that
 * failed is the newest, and never after a roll-back: two that undo each other would never end. Where sherpa.yml names the workflow that
 * deploys there, it is started with that commit; elsewhere GitHub is asked for a deployment, of which whoever deploys hears.
 */
export const remedy: Remedy = {
  id: 'roll-back-deployment',
  title: ({ environment, workflow }) =>
    `roll ${environment} back to what was deployed before${workflow === undefined ? '' : `, by ${workflow}`}`,
  params: {
    ...optionally(ROLL_BACK_PARAMS),
    environment: { kind: 'text', longest: LONGEST_NAME },
    commit: { kind: 'text', longest: 64, pattern: COMMIT },
  },
  risk: 'high',
  reversible: true,
  propose(situation) {
    const { file, redJobs, nowMs } = situation
    const commit = file.run?.commit
    if (commit === undefined || !COMMIT.test(commit) || file.run?.event === 'pull_request') return []
    return redJobs.flatMap(({ name, category, title, minutes }) => {
      const environment = environmentOf(situation, name)
      if (environment === null || category !== 'deploy') return []
      const params = paramsOf(situation, environment)
      if (!params) return []
      return [
        {
          params: { environment, commit, ...params },
          reversible: params['workflow'] === undefined || params['id'] !== undefined,
          judged: {
            verdict: 'ask',
            reasons: [{ code: 'needs-approval', text: `A person decides what runs in ${environment}.` }],
          },
          because: `${name}: ${title}`,
          costMinutes: minutes,
          notBeforeMs: nowMs,
          job: name,
        },
      ]
    })
  },
  thing: ({ repository }, { environment }) => `environment:${repository}:${environment}`,
  find: (subject, world) => (isDispatch(subject) ? findRollBack : findDeployment)(subject, world),
  act: (subject, world) => (isDispatch(subject) ? rollBackByDispatch : deployAgain)(subject, world),
  verify: (subject, effect, world) => (isDispatch(subject) ? verifyRollBack : verifyDeployment)(subject, effect, world),
  undo: (subject, effect, world) => (isDispatch(subject) ? undoRollBack : undoDeployment)(subject, effect, world),
}

const isDispatch = ({ params }: Subject) => params['workflow'] !== undefined

/** Of the workflow that deploys there, if one is named; null where its own run may be the roll-back. */
function paramsOf(situation: Situation, environment: string): Params | null {
  if (!deployerOf(situation, environment)) return {}
  return situation.file.run?.event === 'workflow_dispatch' ? null : rollBackParams(situation, environment)
}

async function findDeployment({ action, target, params }: Subject, { deployments }: World): Promise<Answer<Effect | null>> {
  if (!deployments) return NOT_CONNECTED
  const asked = await deployments.deployments(target.repository, String(params['environment']))
  if (asked.trouble) return asked
  const ours = asked.value.find(({ note }) => note === action)
  return { value: ours ? { kind: 'deployment', id: String(ours.id), before: String(params['commit']) } : null }
}

async function deployAgain({ action, target, params }: Subject, { deployments }: World): Promise<Deed<Effect>> {
  if (!deployments) return NOT_CONNECTED
  const environment = String(params['environment'])
  const asked = await deployments.deployments(target.repository, environment)
  const good = asked.trouble ? asked : knownGood(asked.value, params)
  if (good.trouble) return { ...good, mayHaveHappened: false }
  const made = await deployments.deploy(target.repository, { commit: good.value.commit, environment, note: action })
  if (made.trouble) return made
  return { value: { kind: 'deployment', id: String(made.value.id), before: String(params['commit']) } }
}

async function verifyDeployment({ target, params }: Subject, { id }: Effect, { deployments }: World): Promise<Answer<Verified>> {
  if (!deployments) return NOT_CONNECTED
  const asked = await deployments.deployments(target.repository, String(params['environment']))
  if (asked.trouble) return asked
  const ours = asked.value.find(one => String(one.id) === id)
  const detail = `deployment ${id} is ${ours?.state ?? 'not begun'}`
  const isOver = ours?.state === 'success' || ours?.state === 'failure' || ours?.state === 'error' || ours?.state === 'inactive'
  if (!isOver) return { value: { state: 'pending', detail } }
  return { value: { state: ours.state === 'success' ? 'healed' : 'not-healed', detail } }
}

async function undoDeployment(
  { action, target, params }: Subject,
  { before }: Effect,
  { deployments }: World,
): Promise<Deed<null>> {
  if (!deployments) return NOT_CONNECTED
  const environment = String(params['environment'])
  const note = `undo ${action}`
  const asked = await deployments.deployments(target.repository, environment)
  if (asked.trouble) return { ...asked, mayHaveHappened: false }
  if (asked.value.some(one => one.note === note)) return { value: null }
  const made = await deployments.deploy(target.repository, { commit: before ?? String(params['commit']), environment, note })
  return made.trouble ? made : { value: null }
}

/** The one that a job deploys to; none where only an expression says it. */
function environmentOf({ safety }: Situation, job: string): string | null {
  const [environment] = (safety && findJob(safety, job)?.environments) ?? []
  return environment === undefined || environment.length > LONGEST_NAME ? null : environment
}

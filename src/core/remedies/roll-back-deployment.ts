import type { Params } from '../model/plan.ts'
import type { Trouble } from '../model/trouble.ts'
import { NOT_CONNECTED } from '../plan/not-connected.ts'
import type { Remedy, Situation } from '../plan/remedy.ts'
import type { Answer } from '../ports/answer.ts'
import type { Deployment } from '../ports/deployments.ts'
import { findJob } from '../rerun-safety/judge.ts'

const COMMIT = /^[0-9a-f]{7,64}$/
/** Of an environment. */
const LONGEST_NAME = 255

/**
 * Deploys again what was good before: the newest older deployment that succeeded and is no roll-back itself. Only while the one that
 * failed is the newest, and never after a roll-back: two that undo each other would never end.
 */
export const remedy: Remedy = {
  id: 'roll-back-deployment',
  title: ({ environment }) => `roll ${environment} back to what was deployed before`,
  params: {
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
      return [
        {
          params: { environment, commit },
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
  async find({ action, target, params }, { deployments }) {
    if (!deployments) return NOT_CONNECTED
    const asked = await deployments.deployments(target.repository, String(params['environment']))
    if (asked.trouble) return asked
    const ours = asked.value.find(({ note }) => note === action)
    return { value: ours ? { kind: 'deployment', id: String(ours.id), before: String(params['commit']) } : null }
  },
  async act({ action, target, params }, { deployments }) {
    if (!deployments) return NOT_CONNECTED
    const environment = String(params['environment'])
    const asked = await deployments.deployments(target.repository, environment)
    const good = asked.trouble ? asked : knownGood(asked.value, params)
    if (good.trouble) return { ...good, mayHaveHappened: false }
    const made = await deployments.deploy(target.repository, { commit: good.value.commit, environment, note: action })
    if (made.trouble) return made
    return { value: { kind: 'deployment', id: String(made.value.id), before: String(params['commit']) } }
  },
  async verify({ target, params }, { id }, { deployments }) {
    if (!deployments) return NOT_CONNECTED
    const asked = await deployments.deployments(target.repository, String(params['environment']))
    if (asked.trouble) return asked
    const ours = asked.value.find(one => String(one.id) === id)
    const detail = `deployment ${id} is ${ours?.state ?? 'not begun'}`
    const isOver = ours?.state === 'success' || ours?.state === 'failure' || ours?.state === 'error' || ours?.state === 'inactive'
    if (!isOver) return { value: { state: 'pending', detail } }
    return { value: { state: ours.state === 'success' ? 'healed' : 'not-healed', detail } }
  },
  async undo({ action, target, params }, { before }, { deployments }) {
    if (!deployments) return NOT_CONNECTED
    const environment = String(params['environment'])
    const note = `undo ${action}`
    const asked = await deployments.deployments(target.repository, environment)
    if (asked.trouble) return { ...asked, mayHaveHappened: false }
    if (asked.value.some(one => one.note === note)) return { value: null }
    const made = await deployments.deploy(target.repository, { commit: before ?? String(params['commit']), environment, note })
    return made.trouble ? made : { value: null }
  },
}

/** The one that a job deploys to; none where only an expression says it. */
function environmentOf({ safety }: Situation, job: string): string | null {
  const environment = safety ? (findJob(safety, job)?.environment ?? null) : null
  return environment === null || environment.includes('${{') || environment.length > LONGEST_NAME ? null : environment
}

/** What may be deployed again. @param deployments newest first */
function knownGood(deployments: readonly Deployment[], { environment, commit }: Params): Answer<Deployment> {
  const [current, ...older] = deployments
  if (current === undefined || current.commit !== commit)
    return refusal(
      'deployment-moved',
      `${environment} does not have ${commit} any more: ${current?.commit ?? 'nothing'} is there`,
    )
  if (current.note !== '') return refusal('deployment-loop', `what is in ${environment} is a roll-back itself`)
  const good = older.find(({ succeeded, note, commit }) => succeeded && note === '' && commit !== current.commit)
  return good
    ? { value: good }
    : refusal('deployment-none-good', `no older deployment to ${environment} is known to have succeeded`)
}

const refusal = (code: string, message: string): { readonly trouble: Trouble } => ({
  trouble: { code, kind: 'world', message, hint: 'roll back by hand' },
})

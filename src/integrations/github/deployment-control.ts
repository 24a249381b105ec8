import type { RestEndpointMethodTypes } from '@octokit/rest'
import type { Deployment, DeploymentControl, DeploymentState } from '../../core/ports/deployments.ts'
import { asTrouble } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'
import { write } from './write.ts'

type ApiDeployment = RestEndpointMethodTypes['repos']['listDeployments']['response']['data'][number]
type ApiStatus = RestEndpointMethodTypes['repos']['listDeploymentStatuses']['response']['data'][number]

/** Of an environment; each costs a request for its states. */
const MOST = 20

/** Deployments as GitHub keeps them. https://docs.github.com/rest/deployments/deployments */
export function controlDeployments(sessionOf: (repository: string) => Promise<Session>): DeploymentControl {
  return {
    async deployments(repository, environment) {
      const session = await sessionOf(repository)
      const { repos } = session.client.rest
      try {
        const { data } = await repos.listDeployments({ ...where(session), environment, per_page: MOST })
        return { value: await Promise.all(data.map(one => withStates(session, one))) }
      } catch (error) {
        const subject = { what: 'deployment', text: `deployments of ${repository}`, permission: 'deployments: read' } as const
        return { trouble: asTrouble(error, questionOf(session, 'deployments', subject)) }
      }
    },
    async deploy(repository, { commit, environment, note }) {
      const session = await sessionOf(repository)
      const text = `deployment of ${commit} to ${environment}`
      const aim = {
        method: 'POST',
        path: 'deployments',
        subject: { what: 'deployment', text, permission: 'deployments: write' },
      } as const
      return write(session, aim, async () => {
        const { data } = await session.client.rest.repos.createDeployment({
          ...where(session),
          ref: commit,
          environment,
          // The commit as it was: nothing is merged into it, and its checks were green when it was deployed before.
          auto_merge: false,
          required_contexts: [],
          payload: { sherpa: note },
          description: 'Rolled back',
        })
        if (!('sha' in data)) throw new Error('GitHub merged instead of deploying')
        return toDeployment(data, [])
      })
    },
  }
}

async function withStates(session: Session, deployment: ApiDeployment): Promise<Deployment> {
  const { data } = await session.client.rest.repos.listDeploymentStatuses({
    ...where(session),
    deployment_id: deployment.id,
    per_page: 100,
  })
  return toDeployment(deployment, data)
}

/** @param states newest first */
const toDeployment = (
  { id, sha, environment, created_at, payload }: ApiDeployment,
  states: readonly ApiStatus[],
): Deployment => ({
  id,
  commit: sha,
  environment,
  createdMs: Date.parse(created_at),
  state: (states[0]?.state ?? null) as DeploymentState | null,
  succeeded: states.some(({ state }) => state === 'success'),
  note: noteOf(payload),
  url: states[0]?.environment_url || null,
})

function noteOf(payload: ApiDeployment['payload'] | string): string {
  const note = typeof payload === 'object' && payload !== null && 'sherpa' in payload ? payload['sherpa'] : ''
  return typeof note === 'string' ? note : ''
}

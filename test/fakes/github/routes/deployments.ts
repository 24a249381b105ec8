/** Deployments and their states. Nobody deploys here: a test says how one went. */
import { failed } from '../server/answer.ts'
import { findCommit } from '../state/history.ts'
import { nodeId } from '../views/links.ts'
import { userView } from '../views/user.ts'
import type { DeploymentData } from '../world.ts'
import { type Call, found, pageOf, type Routes } from './route.ts'

const DEPLOYMENTS = '/repos/{owner}/{repo}/deployments'

export const deploymentRoutes: Routes = {
  [`GET ${DEPLOYMENTS}`]: call => {
    const environment = call.query.get('environment')
    const listed = call.repo.deployments.filter(one => environment === null || one.environment === environment).toReversed()
    return pageOf(call, listed, one => deploymentView(call, one))
  },
  [`POST ${DEPLOYMENTS}`]: call => {
    const asked = call.body as { ref: string; environment?: string; payload?: DeploymentData['payload'] }
    const commit = findCommit(call.repo, asked.ref)
    if (commit === undefined) return failed(422, `No ref found for: ${asked.ref}`)
    const deployment: DeploymentData = {
      id: Math.max(0, ...call.repo.deployments.map(({ id }) => id)) + 1,
      sha: commit.sha,
      environment: asked.environment ?? 'production',
      createdAt: call.now,
      creator: 'github-actions[bot]',
      payload: asked.payload ?? '',
      states: [],
    }
    call.repo.deployments.push(deployment)
    return { status: 201, json: deploymentView(call, deployment) }
  },
  [`GET ${DEPLOYMENTS}/{deployment_id}/statuses`]: call =>
    found(
      call.repo.deployments.find(({ id }) => id === Number(call.params['deployment_id'])),
      one => {
        const states = one.states.map((state, i) => ({ state, id: one.id * 100 + i })).toReversed()
        return pageOf(call, states, status => statusView(call, one, status))
      },
    ),
}

function deploymentView({ repo, links }: Call, { id, sha, environment, createdAt, creator, payload }: DeploymentData) {
  const home = `${links.api}/repos/${repo.owner}/${repo.name}`
  return {
    id,
    node_id: nodeId('Deployment', id),
    sha,
    ref: sha,
    task: 'deploy',
    environment,
    original_environment: environment,
    creator: userView(creator, links),
    payload,
    description: null,
    created_at: createdAt,
    updated_at: createdAt,
    url: `${home}/deployments/${id}`,
    statuses_url: `${home}/deployments/${id}/statuses`,
    repository_url: home,
  }
}

function statusView(
  { repo, links }: Call,
  { id: deployment, createdAt, creator, environment }: DeploymentData,
  { state, id }: { state: DeploymentData['states'][number]; id: number },
) {
  const home = `${links.api}/repos/${repo.owner}/${repo.name}`
  return {
    id,
    node_id: nodeId('DeploymentStatus', id),
    state,
    creator: userView(creator, links),
    description: '',
    environment,
    target_url: 'https://example.com',
    environment_url: 'https://example.com',
    deployment_url: `${home}/deployments/${deployment}`,
    repository_url: home,
    url: `${home}/deployments/${deployment}/statuses/${id}`,
    created_at: createdAt,
    updated_at: createdAt,
  }
}

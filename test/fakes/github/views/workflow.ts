import type { Call } from '../routes/route.ts'
import { DAWN } from '../time.ts'
import type { RunData } from '../world.ts'
import { HTML, nodeId } from './links.ts'

/** The "workflow" that a run is of. */
export function workflowView(
  { workflowId: id, workflowName: name, path }: RunData,
  { repo, links }: Pick<Call, 'repo' | 'links'>,
) {
  const home = `${repo.owner}/${repo.name}`
  const file = path.split('/').at(-1)
  return {
    id,
    node_id: nodeId('Workflow', id),
    name,
    path,
    state: 'active',
    created_at: DAWN,
    updated_at: DAWN,
    url: `${links.api}/repos/${home}/actions/workflows/${id}`,
    html_url: `${HTML}/${home}/blob/${repo.defaultBranch}/${path}`,
    badge_url: `${HTML}/${home}/actions/workflows/${file}/badge.svg`,
  }
}

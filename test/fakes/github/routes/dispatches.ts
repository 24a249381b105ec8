/** Workflows that are started by hand. */
import { failed, ok } from '../server/answer.ts'
import { type DispatchRequest, dispatch } from '../state/dispatch.ts'
import { HTML } from '../views/links.ts'
import { found, type Routes } from './route.ts'

interface Body {
  ref: string
  inputs?: Record<string, string>
  return_run_details?: boolean
}

/** GitHub takes no more. */
const MOST_INPUTS = 25

export const dispatchRoutes: Routes = {
  'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches': call => {
    const { repo, links, now } = call
    const file = call.params['workflow_id'] ?? ''
    const isKnown = repo.runs.some(({ path }) => path.endsWith(`/${file}`))
    const workflow = repo.dispatchable?.[file]
    return found(isKnown || workflow !== undefined ? file : undefined, () => {
      const { ref, inputs = {}, return_run_details: wantsDetails } = call.body as Body
      const head = repo.branches[ref]
      if (workflow === undefined) return failed(422, "Workflow does not have 'workflow_dispatch' trigger")
      if (workflow.isOld && wantsDetails !== undefined)
        return failed(422, 'Invalid request. "return_run_details" is not a permitted key.')
      if (head === undefined) return failed(422, `No ref found for: ${ref}`)
      const strangers = Object.keys(inputs).filter(name => !workflow.inputs.includes(name))
      if (strangers.length > 0) return failed(422, `Unexpected inputs provided: ${JSON.stringify(strangers)}`)
      if (Object.keys(inputs).length > MOST_INPUTS) return failed(422, 'you may only define up to 25 `inputs`')
      const asked: DispatchRequest = { repo, file, workflow, branch: ref, head, inputs, now }
      const { id } = dispatch(asked)
      if (!wantsDetails) return { status: 204 }
      const home = `${repo.owner}/${repo.name}/actions/runs/${id}`
      return ok({ workflow_run_id: id, run_url: `${links.api}/repos/${home}`, html_url: `${HTML}/${home}` })
    })
  },
}

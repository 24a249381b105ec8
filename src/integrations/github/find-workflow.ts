import { SherpaError } from '../../core/model/trouble.ts'
import { ask, questionOf, type Session, where } from './session.ts'

const SHOWN = 12

/** The id or file of a workflow: one that has the form of either is taken as it is, a name is looked up. */
export async function findWorkflow(session: Session, named: string): Promise<string> {
  const file = named.split('/').at(-1) ?? named
  if (/^\d+$/.test(named) || /\.ya?ml$/.test(file)) return file
  const { client, owner, repo } = session
  const subject = { what: 'history', text: `repository ${owner}/${repo}`, permission: 'actions: read' } as const
  const workflows = await ask(questionOf(session, 'actions/workflows', subject), () =>
    client.paginate(client.rest.actions.listRepoWorkflows, { ...where(session), per_page: 100 }),
  )
  const found = workflows.find(({ name }) => name === named) ?? workflows.find(({ name }) => lower(name) === lower(named))
  if (found) return String(found.id)
  const names = workflows.map(({ name }) => name)
  throw new SherpaError({
    code: 'workflow-unknown',
    kind: 'usage',
    message: `${owner}/${repo} has no workflow ${JSON.stringify(named)}`,
    hint: names.length > 0 ? `give one of: ${names.slice(0, SHOWN).join(', ')}` : 'leave --workflow out',
  })
}

const lower = (text: string) => text.toLowerCase()

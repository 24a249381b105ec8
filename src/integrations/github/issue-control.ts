import type { RestEndpointMethodTypes } from '@octokit/rest'
import type { Issue, IssueControl } from '../../core/ports/issues.ts'
import { asTrouble } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'
import { write } from './write.ts'

type ApiIssue = RestEndpointMethodTypes['issues']['create']['response']['data']

/** A thousand open issues are looked through. */
const MOST_PAGES = 10
/** Who may have written an issue that is taken for ours: a stranger's would be a way to keep us quiet. */
const OURS: ReadonlySet<string | undefined> = new Set(['OWNER', 'MEMBER', 'COLLABORATOR'])

/** Issues, with every text redacted on its way. https://docs.github.com/rest/issues/issues */
export function controlIssues(
  sessionOf: (repository: string) => Promise<Session>,
  redact: (text: string) => string,
): IssueControl {
  const subjectOf = (text: string) => ({ what: 'issue', text, permission: 'issues: write' }) as const
  return {
    async find(repository, marker) {
      const session = await sessionOf(repository)
      try {
        return { value: await findMarked(session, marker) }
      } catch (error) {
        const subject = { what: 'issue', text: `issues of ${repository}`, permission: 'issues: read' } as const
        return { trouble: asTrouble(error, questionOf(session, 'issues', subject)) }
      }
    },
    async open(repository, { title, body }) {
      const session = await sessionOf(repository)
      const aim = { method: 'POST', path: 'issues', subject: subjectOf(`issues of ${repository}`) } as const
      return write(session, aim, async () => {
        const { data } = await session.client.rest.issues.create({ ...where(session), title: redact(title), body: redact(body) })
        return toIssue(data)
      })
    },
    async change(repository, number, change) {
      const session = await sessionOf(repository)
      const aim = {
        method: 'PATCH',
        path: `issues/${number}`,
        subject: subjectOf(`issue ${number} of ${repository}`),
      } as const
      return write(session, aim, async () => {
        const fields =
          'body' in change ? { body: redact(change.body) } : { state: change.state, state_reason: 'not_planned' as const }
        await session.client.rest.issues.update({ ...where(session), issue_number: number, ...fields })
        return null
      })
    },
  }
}

async function findMarked(session: Session, marker: string): Promise<Issue | null> {
  const { paginate, rest } = session.client
  let pages = 0
  for await (const { data } of paginate.iterator(rest.issues.listForRepo, {
    ...where(session),
    state: 'open',
    sort: 'created',
    direction: 'asc',
    per_page: 100,
  })) {
    const found = data.find(issue => isOurs(issue) && !issue.pull_request && issue.body?.startsWith(marker))
    if (found) return toIssue(found)
    if (++pages === MOST_PAGES) break
  }
  return null
}

const isOurs = ({ user, author_association }: ApiIssue) => user?.type === 'Bot' || OURS.has(author_association)

const toIssue = ({ number, title, body, html_url }: ApiIssue): Issue => ({ number, title, body: body ?? '', url: html_url })

/** Issues: listed by state and label, opened, changed. */
import { anIssue } from '../builders.ts'
import { ok } from '../server/answer.ts'
import { HTML, nodeId } from '../views/links.ts'
import { userView } from '../views/user.ts'
import type { IssueData } from '../world.ts'
import { type Call, found, pageOf, type Routes } from './route.ts'

const ISSUES = '/repos/{owner}/{repo}/issues'
const TOKEN_USER = 'github-actions[bot]'

export const issueRoutes: Routes = {
  [`GET ${ISSUES}`]: call => {
    const state = call.query.get('state') ?? 'open'
    const labels = call.query.get('labels')?.split(',') ?? []
    const sorted = call.repo.issues
      .filter(issue => (state === 'all' || issue.state === state) && labels.every(label => issue.labels.includes(label)))
      .sort((a, b) => (call.query.get('direction') === 'asc' ? a.number - b.number : b.number - a.number))
    return pageOf(call, sorted, issue => issueView(call, issue))
  },
  [`POST ${ISSUES}`]: call => {
    const { title, body } = call.body as { title: string; body?: string }
    const taken = [...call.repo.issues, ...call.repo.pulls].map(({ number }) => number)
    const number = Math.max(0, ...taken) + 1
    const issue = anIssue({ number, title, body: body ?? null, author: TOKEN_USER, association: 'NONE' })
    call.repo.issues.push(issue)
    return { status: 201, json: issueView(call, issue) }
  },
  [`PATCH ${ISSUES}/{issue_number}`]: call =>
    found(
      call.repo.issues.find(({ number }) => number === Number(call.params['issue_number'])),
      issue => {
        const { title, body, state } = (call.body ?? {}) as Partial<IssueData>
        Object.assign(issue, title && { title }, body !== undefined && { body }, state && { state })
        return ok(issueView(call, issue))
      },
    ),
}

function issueView({ repo, links, now }: Call, issue: IssueData) {
  const { number, title, body, state, author, association, labels, isPull } = issue
  const home = `${links.api}/repos/${repo.owner}/${repo.name}`
  const url = `${home}/issues/${number}`
  const html = `${HTML}/${repo.owner}/${repo.name}/${isPull ? 'pull' : 'issues'}/${number}`
  return {
    id: number + 5_000_000,
    node_id: nodeId('Issue', number),
    number,
    title,
    body,
    state,
    state_reason: state === 'closed' ? 'not_planned' : null,
    user: userView(author, links),
    author_association: association,
    labels,
    assignee: null,
    assignees: [],
    milestone: null,
    locked: false,
    comments: 0,
    closed_at: state === 'closed' ? now : null,
    created_at: now,
    updated_at: now,
    url,
    repository_url: home,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    ...(isPull && {
      pull_request: { url: `${home}/pulls/${number}`, html_url: html, diff_url: `${html}.diff`, patch_url: `${html}.patch` },
    }),
  }
}

import type { Answer } from '../../core/ports/answer.ts'
import type { Check, CommitStanding, OpenIssue } from '../../core/ports/commits.ts'
import { asTrouble, type Question } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'

const MOST_ISSUES = 100

/** What a repository says of its commits and incidents. */
export const commitStanding = (sessionOf: () => Promise<Session>): CommitStanding => ({
  checks: async commit => fetchChecks(await sessionOf(), commit),
  openIssues: async label => fetchIssues(await sessionOf(), label),
})

/** Check runs and statuses: https://docs.github.com/rest/checks/runs, https://docs.github.com/rest/commits/statuses */
async function fetchChecks(session: Session, commit: string): Promise<Answer<readonly Check[]>> {
  const { paginate, rest } = session.client
  const asked = { ...where(session), ref: commit, per_page: 100 }
  const question = (path: string, permission: string) => {
    const text = `checks of ${commit} of ${session.owner}/${session.repo}`
    return questionOf(session, `commits/${commit}/${path}`, { what: 'checks', text, permission })
  }
  const runs = await answered(question('check-runs', 'checks: read'), () => paginate(rest.checks.listForRef, asked))
  if (runs.trouble) return runs
  const statuses = await answered(question('statuses', 'statuses: read'), () =>
    paginate(rest.repos.listCommitStatusesForRef, asked),
  )
  if (statuses.trouble) return statuses
  const newest = new Map(statuses.value.toReversed().map(({ context, state }) => [context, state]))
  return {
    value: [
      ...runs.value.map(({ name, conclusion }) => ({ name, state: STATES[conclusion ?? ''] ?? 'open' })),
      ...[...newest].map(([name, state]) => ({ name, state: STATES[state] ?? 'open' })),
    ],
  }
}

/** Conclusions of check runs, and states of statuses; what was cancelled or is stale tells nothing. */
const STATES: Readonly<Record<string, Check['state']>> = {
  success: 'passed',
  neutral: 'passed',
  skipped: 'passed',
  failure: 'failed',
  error: 'failed',
  timed_out: 'failed',
  startup_failure: 'failed',
  action_required: 'failed',
}

/** https://docs.github.com/rest/issues/issues#list-repository-issues */
async function fetchIssues(session: Session, label: string): Promise<Answer<readonly OpenIssue[]>> {
  const { rest } = session.client
  const text = `issues of ${session.owner}/${session.repo}`
  const question = questionOf(session, 'issues', { what: 'issues', text, permission: 'issues: read' })
  const asked = { ...where(session), state: 'open', labels: label, per_page: MOST_ISSUES } as const
  const answer = await answered(question, async () => (await rest.issues.listForRepo(asked)).data)
  if (answer.trouble) return answer
  const issues = answer.value.filter(({ pull_request: pull }) => !pull)
  return { value: issues.map(({ number, title, html_url: url }) => ({ number, title, url })) }
}

async function answered<T>(question: Question, request: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await request() }
  } catch (error) {
    return { trouble: asTrouble(error, question) }
  }
}

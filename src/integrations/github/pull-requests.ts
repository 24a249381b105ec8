import type { PullRequestFacts } from '../../core/model/run.ts'
import type { Answer } from '../../core/ports/answer.ts'
import type { PullRequests } from '../../core/ports/pull-requests.ts'
import { asTrouble } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'

/** https://docs.github.com/rest/pulls/pulls#get-a-pull-request */
export const readPullRequests = (sessionOf: () => Promise<Session>): PullRequests => ({
  pullRequest: async number => fetchPullRequest(await sessionOf(), number),
})

async function fetchPullRequest(session: Session, number: number): Promise<Answer<PullRequestFacts>> {
  const text = `pull request ${number} of ${session.owner}/${session.repo}`
  const subject = { what: 'pull-request', text, permission: 'pull-requests: read' } as const
  try {
    const { data } = await session.client.rest.pulls.get({ ...where(session), pull_number: number })
    const { labels, title, user } = data
    return { value: { labels: labels.map(({ name }) => name), title, author: user?.login ?? null } }
  } catch (error) {
    return { trouble: asTrouble(error, questionOf(session, `pulls/${number}`, subject)) }
  }
}

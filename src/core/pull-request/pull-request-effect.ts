import type { Effect } from '../model/ledger.ts'
import type { Trouble } from '../model/trouble.ts'
import { NOT_CONNECTED } from '../plan/not-connected.ts'
import type { Subject, Verified, World } from '../plan/remedy.ts'
import type { Answer, Deed } from '../ports/answer.ts'
import { type Draft, OWN_BRANCHES, type PullRequest, type PullRequestControl } from '../ports/pull-requests.ts'

/** What all remedies that open a pull request have in common: it is found by its branch, which the action's key names. */

/** What a pull request is about: two with the same would do the same. One line of letters that end no comment. */
export type Topic = string

/** Ours of this very action, in any state; else an open one about the same. */
export async function findPullRequest(subject: Subject, topic: Topic, { pullRequests }: World): Promise<Answer<Effect | null>> {
  if (!pullRequests) return NOT_CONNECTED
  const wanted = { branch: branchOf(subject), marker: markerOf(topic) }
  const found = await pullRequests.find(subject.target.repository, wanted)
  if (found.trouble) return found
  return { value: found.value && effectOf(found.value) }
}

/** What is to be changed, and how that is told. */
export interface Change extends Pick<Draft, 'into' | 'onto' | 'edits' | 'title'> {
  readonly topic: Topic
  /** What the commit says below the title. */
  readonly note?: string
  /** Markdown, of which nothing acts. */
  readonly text: string
}

export async function openPullRequest(
  subject: Subject,
  { topic, text, note, ...change }: Change,
  pullRequests: PullRequestControl,
): Promise<Deed<Effect>> {
  const { action, target } = subject
  const body = `${markerOf(topic)}\n<!-- sherpa ${action} -->\n\n${text}\n`
  const message = note === undefined ? change.title : `${change.title}\n\n${note}`
  const opened = await pullRequests.open(target.repository, { ...change, branch: branchOf(subject), message, body })
  return opened.trouble ? opened : { value: effectOf(opened.value) }
}

/** How a person says no, as the end of a text. */
export const declining = ({ action }: Subject): string =>
  `Close it to decline. \`sherpa undo ${action}\` closes it and deletes its branch.`

/** Green only where nothing failed and what was broken passed; a person may have merged or closed it meanwhile. */
export async function verifyPullRequest(
  subject: Subject,
  topic: Topic,
  { pullRequests }: World,
  job: string | null,
): Promise<Answer<Verified>> {
  const asked = await found(subject, topic, pullRequests)
  if (asked.trouble) return asked
  const { pulls, pull } = asked.value
  if (pull === null) return { value: { state: 'not-healed', detail: 'the pull request is not there any more' } }
  const name = `pull request ${pull.number}`
  if (pull.state === 'merged') return { value: { state: 'healed', detail: `${name} was merged` } }
  if (pull.state === 'closed') return { value: { state: 'not-healed', detail: `${name} was closed` } }
  const checks = await pulls.checks(subject.target.repository, pull.commit)
  if (checks.trouble) return checks
  const failed = checks.value.filter(({ state }) => state === 'failed').map(one => one.name)
  if (failed.length > 0)
    return { value: { state: 'not-healed', detail: `${name} is red: ${failed.slice(0, 3).join(', ')} failed` } }
  const wanted = job === null ? checks.value : checks.value.filter(one => one.name === job)
  const isGreen = wanted.length > 0 && checks.value.every(({ state }) => state === 'passed')
  if (isGreen) return { value: { state: 'healed', detail: `${name} is green; the run stays as it was until somebody merges it` } }
  return { value: { state: 'pending', detail: `${name} is open, and ${job ?? 'its CI'} did not pass there yet` } }
}

/** Closes it and deletes its branch. What is merged already is no pull request any more. */
export async function withdrawPullRequest(
  subject: Subject,
  { before }: Effect,
  topic: Topic,
  { pullRequests }: World,
): Promise<Deed<null>> {
  const asked = await found(subject, topic, pullRequests)
  if (asked.trouble) return { ...asked, mayHaveHappened: false }
  const { pulls, pull } = asked.value
  if (pull === null) return { value: null }
  if (pull.branch !== branchOf(subject)) return { trouble: ofAnother(pull), mayHaveHappened: false }
  if (pull.state === 'merged') return { trouble: merged(pull), mayHaveHappened: false }
  return pulls.withdraw(subject.target.repository, { ...pull, commit: before ?? pull.commit })
}

async function found(
  subject: Subject,
  topic: Topic,
  pulls: PullRequestControl | undefined,
): Promise<Answer<{ readonly pulls: PullRequestControl; readonly pull: PullRequest | null }>> {
  if (!pulls) return NOT_CONNECTED
  const asked = await pulls.find(subject.target.repository, { branch: branchOf(subject), marker: markerOf(topic) })
  return asked.trouble ? asked : { value: { pulls, pull: asked.value } }
}

/** The key of an action holds nothing that a branch may not. */
const branchOf = ({ action }: Subject): string => `${OWN_BRANCHES}${action.replace(/[^\w-]+/g, '-')}`

const markerOf = (topic: Topic) => `<!-- sherpa ${topic} -->`

const effectOf = ({ number, url, commit }: PullRequest): Effect => ({
  kind: 'pull-request',
  id: String(number),
  before: commit,
  url,
})

const merged = ({ number }: PullRequest): Trouble => ({
  code: 'pull-request-merged',
  kind: 'world',
  message: `pull request ${number} was merged: what it changed is taken back by another one`,
  hint: 'revert it on its page',
})

const ofAnother = ({ number }: PullRequest): Trouble => ({
  code: 'pull-request-of-another',
  kind: 'world',
  message: `pull request ${number} belongs to another action`,
})

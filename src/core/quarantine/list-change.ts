import { countWords } from '../history/words.ts'
import { hash53 } from '../log/mask.ts'
import { NOT_CONNECTED } from '../plan/not-connected.ts'
import type { Subject, World } from '../plan/remedy.ts'
import type { Answer, Deed } from '../ports/answer.ts'
import type { PullRequestControl } from '../ports/pull-requests.ts'
import { type Change, declining, findPullRequest, openPullRequest } from '../pull-request/pull-request-effect.ts'
import { newest } from '../pull-request/states.ts'
import { inertMarkdown } from '../report/inert.ts'
import { withNames, withoutNames } from './edit-list.ts'
import { notQuarantined } from './refusal.ts'
import { quarantining } from './use.ts'

/** The list as a file of a repository. */

export function topicOf(subject: Subject): string {
  const { file, tests } = quarantining(subject)
  return `quarantine-test ${hash53(JSON.stringify([file, tests])).toString(36)}`
}

/** A pull request that puts the tests on the list, or takes them out of it. */
export async function changeOf(subject: Subject, pullRequests: PullRequestControl, how: 'in' | 'out'): Promise<Answer<Change>> {
  const { repository } = subject.target
  const { file, format, tests, evidence, branch } = quarantining(subject)
  const into = branch ?? ''
  const onto = await newest(repository, into, pullRequests)
  if (onto.trouble) return onto
  const entry = onto.value.files.get(file)
  if (entry && !entry.mode.startsWith('100')) return notQuarantined(`${file} is a link`)
  const asked: Answer<string | null> = entry ? await pullRequests.text(repository, entry.blob) : { value: null }
  if (asked.trouble) return asked
  const text = (how === 'in' ? withNames : withoutNames)(asked.value, tests, format)
  if (text === null) return notQuarantined(`${file} is no list of the format ${format}`)
  if (text === asked.value) return notQuarantined(`${file} ${how === 'in' ? 'has them already' : 'does not have them any more'}`)
  const names = tests.map((name, i) => `- <code>${inertMarkdown(name)}</code> ${inertMarkdown(evidence[i] ?? '')}`)
  const texts =
    how === 'in'
      ? ['These tests fail for no reason that the history knows:', names.join('\n'), declining(subject)]
      : ['These tests are waited for again:', names.join('\n')]
  return {
    value: {
      topic: how === 'in' ? topicOf(subject) : `un${topicOf(subject)}`,
      into,
      onto: onto.value,
      edits: [{ path: file, text, mode: entry?.mode ?? '100644' }],
      title: `${how === 'in' ? 'Quarantine' : 'Take out of quarantine'} ${countWords(tests.length, 'flaky test')}`,
      text: texts.join('\n\n'),
    },
  }
}

/** What was merged is taken out again by another pull request, once. */
export async function takeOut(subject: Subject, world: World): Promise<Deed<string>> {
  const { pullRequests } = world
  if (!pullRequests) return NOT_CONNECTED
  const own = { ...subject, action: `undo ${subject.action}` }
  const found = await findPullRequest(own, `un${topicOf(subject)}`, world)
  if (found.trouble) return { ...found, mayHaveHappened: false }
  if (found.value) return { value: asks(found.value.id) }
  const change = await changeOf(subject, pullRequests, 'out')
  if (change.trouble) return { ...change, mayHaveHappened: false }
  const opened = await openPullRequest(own, change.value, pullRequests)
  return opened.trouble ? opened : { value: asks(opened.value.id) }
}

const asks = (number: string) => `it was merged, and pull request ${number} asks to take it back`

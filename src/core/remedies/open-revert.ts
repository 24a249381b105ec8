import type { Trouble } from '../model/trouble.ts'
import { NOT_CONNECTED } from '../plan/not-connected.ts'
import type { Remedy, Situation, Subject } from '../plan/remedy.ts'
import type { Decision } from '../policy/strictest.ts'
import type { Answer } from '../ports/answer.ts'
import type { PullRequestControl, Snapshot } from '../ports/pull-requests.ts'
import { type Culprit, culpritOf } from '../pull-request/culprit.ts'
import { BRANCH, COMMIT } from '../pull-request/names.ts'
import {
  type Change,
  declining,
  findPullRequest,
  openPullRequest,
  verifyPullRequest,
  withdrawPullRequest,
} from '../pull-request/pull-request-effect.ts'
import { revertFiles } from '../pull-request/revert-files.ts'
import { isStillRed, threeStates } from '../pull-request/states.ts'
import { inertLine, inertMarkdown } from '../report/inert.ts'

/** A change of more files is no slip that is taken back unseen. */
const MOST_FILES = 300

/**
 * Proposes to take back the commit that broke the default branch. Its files become what they were, so it only does so while nobody touched
 * any of them since and the branch is still broken.
 */
export const remedy: Remedy = {
  id: 'open-revert',
  title: ({ commit, branch }) => `open a pull request that takes ${shortOf(commit)} back on ${branch}`,
  params: {
    commit: { kind: 'text', longest: 64, pattern: COMMIT },
    parent: { kind: 'text', longest: 64, pattern: COMMIT },
    branch: { kind: 'text', longest: 200, pattern: BRANCH },
    job: { kind: 'text', longest: 500 },
    why: { kind: 'text', longest: 300 },
  },
  risk: 'medium',
  reversible: true,
  leavesRunRed: true,
  propose(situation) {
    const culprit = culpritOf(situation)
    if (!culprit || isBlamedElsewhere(situation)) return []
    const { commit, parent, branch, job } = culprit
    return [
      {
        params: {
          commit,
          parent,
          branch,
          job: job.name,
          why: inertLine(situation.hide?.(job.title) ?? job.title).slice(0, 300) || job.category,
        },
        judged: judge(culprit),
        because: `${job.name}: ${job.title}`,
        costMinutes: job.minutes,
        notBeforeMs: situation.nowMs,
        job: job.name,
      },
    ]
  },
  thing: ({ repository }, { commit }) => `commit:${repository}:${commit}`,
  find: (subject, world) => findPullRequest(subject, topicOf(subject), world),
  async act(subject, { pullRequests }) {
    if (!pullRequests) return NOT_CONNECTED
    const change = await changeOf(subject, pullRequests)
    if (change.trouble) return { ...change, mayHaveHappened: false }
    return openPullRequest(subject, change.value, pullRequests)
  },
  verify: (subject, _, world) => verifyPullRequest(subject, topicOf(subject), world, String(subject.params['job'])),
  undo: (subject, effect, world) => withdrawPullRequest(subject, effect, topicOf(subject), world),
}

/** What may be behind the failure and is not in the commit. */
const ELSEWHERE: ReadonlySet<string> = new Set(['not_this_change', 'runner_image', 'flaky_test', 'time'])
const LIKELY = 0.3

function isBlamedElsewhere({ diagnosis, file }: Situation): boolean {
  const drifted = new Set(file.logs.flatMap(({ drifts = [] }) => drifts.map(({ name }) => name)))
  return diagnosis.causes.some(
    ({ kind, subject = '', confidence }) =>
      confidence >= LIKELY &&
      (ELSEWHERE.has(kind) ||
        (kind === 'commit' && subject !== file.run?.commit) ||
        (kind === 'dependency' && drifted.has(subject))),
  )
}

function judge({ job, parent, commit, isProven }: Culprit): Decision {
  const text = `${job.name} passed on ${shortOf(parent)} and failed on ${shortOf(commit)}`
  if (isProven) return { verdict: 'allow', reasons: [{ code: 'worth-it', text: `${text}, more than once.` }] }
  return { verdict: 'ask', reasons: [{ code: 'unproven', text: `${text}, once: nobody saw whether it does so again.` }] }
}

const topicOf = ({ params }: Subject) => `open-revert ${params['commit']}`

async function changeOf(subject: Subject, pullRequests: PullRequestControl): Promise<Answer<Change>> {
  const { target, params } = subject
  const { repository, run } = target
  const [commit, parent, branch, job] = ['commit', 'parent', 'branch', 'job'].map(name => String(params[name])) as Four
  const states = await threeStates({ repository, branch, commit, parent }, pullRequests)
  if (states.trouble) return states
  const { before, after, now } = states.value
  if (/^Revert\b/i.test(after.message)) return refusal(`${shortOf(commit)} takes something back itself`)
  const red = await isStillRed({ repository, commit, now, job }, pullRequests)
  if (red.trouble) return red
  if (!red.value) return refusal(`${job} passes on ${branch} by now`)
  const { edits, conflicts } = revertFiles(before.files, after.files, now.files)
  if (conflicts) return refusal(`${conflicts.slice(0, 3).join(', ')} ${conflicts.length > 1 ? 'were' : 'was'} changed since`)
  if (edits.length === 0) return refusal(`${shortOf(commit)} changed no file`)
  if (edits.length > MOST_FILES) return refusal(`${shortOf(commit)} changed ${edits.length} files`)
  const files = edits.length === 1 ? 'The one file' : `The ${edits.length} files`
  const text = [
    `${code(job)} passed on ${parent}, and fails since ${commit}: ${inertMarkdown(String(params['why']))}`,
    `${files} that the commit touched ${edits.length === 1 ? 'becomes what it was' : 'become what they were'}; nobody touched ${edits.length === 1 ? 'it' : 'them'} since.`,
    ...(run === null ? [] : [`Seen in run ${run}.`]),
    declining(subject),
  ].join('\n\n')
  const note = `This reverts commit ${commit}.`
  return { value: { topic: topicOf(subject), into: branch, onto: now, edits, title: titleOf(after), note, text } }
}

type Four = [string, string, string, string]

const code = (text: string) => `<code>${inertMarkdown(text)}</code>`

function titleOf({ message, commit }: Snapshot): string {
  const first = inertLine(message.split('\n', 1)[0] ?? '').slice(0, 150)
  return first === '' ? `Revert ${commit}` : `Revert "${first}"`
}

const refusal = (why: string): { readonly trouble: Trouble } => ({
  trouble: {
    code: 'not-reverted',
    kind: 'world',
    message: `it cannot be taken back by itself: ${why}`,
    hint: 'revert it by hand',
  },
})

const shortOf = (commit: unknown) => String(commit).slice(0, 10)

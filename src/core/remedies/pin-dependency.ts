import { percentWords } from '../history/words.ts'
import { kindOf, loosely } from '../pin/kinds.ts'
import { changeOf, topicOf } from '../pin/pin-change.ts'
import { type Suspected, suspectedDependency } from '../pin/suspect.ts'
import { NOT_CONNECTED } from '../plan/not-connected.ts'
import type { Remedy } from '../plan/remedy.ts'
import type { Decision } from '../policy/strictest.ts'
import { BRANCH, COMMIT, DEPENDENCY, PATH, VERSION } from '../pull-request/names.ts'
import { findPullRequest, openPullRequest, verifyPullRequest, withdrawPullRequest } from '../pull-request/pull-request-effect.ts'
import { inertLine } from '../report/inert.ts'

/**
 * Proposes to take a dependency back to the version with which the job passed, where that can be written exactly. What a new release broke that
 * nobody asked for is pinned only when a person says so: what was installed is known from logs alone.
 */
export const remedy: Remedy = {
  id: 'pin-dependency',
  title: ({ name, from }) => `open a pull request that pins ${name} to ${from}`,
  params: {
    ecosystem: { kind: 'text', longest: 30, pattern: /^[a-z-]+$/ },
    name: { kind: 'text', longest: 200, pattern: DEPENDENCY },
    from: { kind: 'text', longest: 100, pattern: VERSION },
    to: { kind: 'text', longest: 100, pattern: VERSION },
    branch: { kind: 'text', longest: 200, pattern: BRANCH },
    job: { kind: 'text', longest: 500 },
    why: { kind: 'text', longest: 300 },
    /** None of the three: nobody changed it. */
    file: { kind: 'text', longest: 300, pattern: PATH, optional: true },
    commit: { kind: 'text', longest: 64, pattern: COMMIT, optional: true },
    parent: { kind: 'text', longest: 64, pattern: COMMIT, optional: true },
  },
  risk: 'medium',
  reversible: true,
  leavesRunRed: true,
  propose(situation) {
    const suspected = suspectedDependency(situation)
    const job = suspected?.culprit?.job ?? situation.redJobs[0]
    if (!suspected || !job) return []
    const { change, culprit } = suspected
    const { ecosystem, name, from, to, file } = change
    const where = culprit
      ? { branch: culprit.branch, file, commit: culprit.commit, parent: culprit.parent }
      : { branch: suspected.branch }
    return [
      {
        params: {
          ecosystem,
          name,
          from,
          to,
          ...where,
          job: job.name,
          why: inertLine(situation.hide?.(job.title) ?? job.title).slice(0, 300) || job.category,
        },
        judged: judge(suspected),
        because: `${job.name}: ${job.title}`,
        costMinutes: job.minutes,
        notBeforeMs: situation.nowMs,
        job: job.name,
      },
    ]
  },
  thing: ({ repository }, { ecosystem, name }) => `dependency:${repository}:${ecosystem}:${name}`,
  find: (subject, world) => findPullRequest(subject, topicOf(subject), world),
  async act(subject, { pullRequests }) {
    if (!pullRequests) return NOT_CONNECTED
    const change = await changeOf(subject, pullRequests)
    return change.trouble ? { ...change, mayHaveHappened: false } : openPullRequest(subject, change.value, pullRequests)
  },
  verify: (subject, _, world) => verifyPullRequest(subject, topicOf(subject), world, String(subject.params['job'])),
  undo: (subject, effect, world) => withdrawPullRequest(subject, effect, topicOf(subject), world),
}

function judge({ change, culprit, confidence }: Suspected): Decision {
  const { ecosystem, name, from, to, file } = change
  const text = `${name} went from ${from} to ${to}, which is behind it with ${percentWords(confidence)}`
  const isEdited = culprit ? kindOf(ecosystem, file) !== undefined : loosely(ecosystem).length > 0
  if (!isEdited) return { verdict: 'deny', reasons: [{ code: 'by-hand', text: `${text}; ${file} is for a person to edit.` }] }
  if (!culprit)
    return {
      verdict: 'ask',
      reasons: [{ code: 'needs-approval', text: `${text}, as logs say; nothing in the repository asked for it.` }],
    }
  if (culprit.isProven) return { verdict: 'allow', reasons: [{ code: 'worth-it', text: `${text}, and failed more than once.` }] }
  return {
    verdict: 'ask',
    reasons: [{ code: 'unproven', text: `${text}, and failed once: nobody saw whether it does so again.` }],
  }
}

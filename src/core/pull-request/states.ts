import type { Trouble } from '../model/trouble.ts'
import type { Answer } from '../ports/answer.ts'
import type { PullRequestControl, Snapshot } from '../ports/pull-requests.ts'

/** A branch before a commit, with it, and as it is now. */
export interface States {
  readonly before: Snapshot
  readonly after: Snapshot
  readonly now: Snapshot
}

export interface Broken {
  readonly repository: string
  readonly branch: string
  readonly commit: string
  readonly parent: string
}

/** The three, where the commit is a part of the branch and the parent is its own. */
export async function threeStates(
  { repository, branch, commit, parent }: Broken,
  pullRequests: PullRequestControl,
): Promise<Answer<States>> {
  const now = await newest(repository, branch, pullRequests)
  if (now.trouble) return now
  const after = await pullRequests.snapshot(repository, commit)
  if (after.trouble) return after
  if (after.value.parents[0] !== parent) return refusal(`${commit} does not follow ${parent}`)
  const before = await pullRequests.snapshot(repository, parent)
  if (before.trouble) return before
  const isPart = await pullRequests.isPartOf(repository, commit, now.value.commit)
  if (isPart.trouble) return isPart
  if (!isPart.value) return refusal(`${commit} is not a part of ${branch} any more`)
  return { value: { before: before.value, after: after.value, now: now.value } }
}

/** A branch as it is now. */
export async function newest(repository: string, branch: string, pullRequests: PullRequestControl): Promise<Answer<Snapshot>> {
  const tip = await pullRequests.tip(repository, branch)
  if (tip.trouble) return tip
  return tip.value === null ? refusal(`there is no branch ${branch}`) : pullRequests.snapshot(repository, tip.value)
}

/** Whether what a commit broke may still be broken: somebody may have mended it since. */
export async function isStillRed(
  {
    repository,
    commit,
    now,
    job,
  }: { readonly repository: string; readonly commit: string; readonly now: Snapshot; readonly job: string },
  pullRequests: PullRequestControl,
): Promise<Answer<boolean>> {
  if (now.commit === commit) return { value: true }
  const checks = await pullRequests.checks(repository, now.commit)
  if (checks.trouble) return checks
  const own = checks.value.filter(({ name }) => name === job)
  return { value: own.length === 0 || own.some(({ state }) => state !== 'passed') }
}

const refusal = (message: string): { readonly trouble: Trouble } => ({
  trouble: { code: 'branch-moved', kind: 'world', message, hint: 'look how the branch stands now' },
})

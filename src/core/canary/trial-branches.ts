import { SherpaError, type Trouble } from '../model/trouble.ts'
import type { Answer } from '../ports/answer.ts'
import type { Branch, BranchControl } from '../ports/branches.ts'

/** Branches that are made to try commits, and unmade. */
export interface TrialBranches {
  /** A new branch at a commit. Throws a SherpaError where there cannot be one. */
  open(commit: string): Promise<Branch>
  /** Deletes them all; sentences about those that are left behind, and about those of others. */
  close(): Promise<readonly string[]>
}

export interface TrialBranchesWanted {
  /** `owner/name` */
  readonly repository: string
  /** The commit that all others are before. */
  readonly newest: string
  rest(ms: number): Promise<void>
}

const OWN = 'sherpa/canary-'
const MOST_TRIES = 5
const DELETIONS = 3
const BETWEEN_MS = 1000

/**
 * Makes `sherpa/canary-<commit>-<n>`. A commit that only a fork has is refused: on a branch of the repository, its workflows would run with the
 * repository's secrets and rights.
 */
export function createTrialBranches(control: BranchControl, wanted: TrialBranchesWanted): TrialBranches {
  const { repository, newest, rest } = wanted
  const made = new Set<string>()
  let before: Promise<readonly Branch[]> | undefined
  const branches = async (beginning: string) => had(await control.branches(repository, beginning))
  return {
    async open(commit) {
      before ??= branches(OWN)
      const taken = new Set((await before).map(({ name }) => name))
      if (!had(await control.isOwn(repository, commit, newest))) throw foreign(commit, repository)
      const own = `${OWN}${commit.slice(0, 12)}-`
      for (let n = 1, tries = 0; tries < MOST_TRIES; n++) {
        const branch = { name: `${own}${n}`, commit }
        if (taken.has(branch.name)) continue
        tries++
        const created = await control.create(repository, branch)
        if (created.trouble?.code === 'branch-exists') continue
        if (created.trouble && !created.mayHaveHappened) throw new SherpaError(created.trouble)
        made.add(branch.name)
        if (!created.trouble) return branch
        const isThere = (await branches(branch.name)).some(one => one.name === branch.name && one.commit === commit)
        if (isThere) return branch
        throw new SherpaError(created.trouble)
      }
      throw crowded(own, repository)
    },
    async close() {
      const left: string[] = []
      for (const name of made) {
        const trouble = await remove(name)
        if (trouble) left.push(`the branch ${name} may be left in ${repository}: ${trouble.message}; ${howToDelete([name])}`)
      }
      const others = (await before?.catch(() => [])) ?? []
      if (others.length > 0) left.push(othersIn(repository, others))
      return left
    },
  }

  async function remove(name: string): Promise<Trouble | null> {
    for (let tries = 1; ; tries++) {
      const { trouble } = await control.remove(repository, name)
      if (!trouble) return null
      if (tries === DELETIONS || trouble.kind === 'credentials') return trouble
      await rest(BETWEEN_MS)
    }
  }
}

const MOST_NAMED = 10

function othersIn(repository: string, others: readonly Branch[]): string {
  const names = others.slice(0, MOST_NAMED).map(({ name }) => name)
  const more = others.length > names.length ? ` and ${others.length - names.length} more` : ''
  return `${repository} has branches of other canaries: ${names.join(', ')}${more}; unless one is under way, ${howToDelete(names)}`
}

const howToDelete = (names: readonly string[]) => `delete with: git push origin --delete ${names.join(' ')}`

function had<T>(answer: Answer<T>): T {
  if (answer.trouble) throw new SherpaError(answer.trouble)
  return answer.value
}

const foreign = (commit: string, repository: string) =>
  new SherpaError({
    code: 'commit-foreign',
    kind: 'usage',
    message: `${commit.slice(0, 12)} is on no branch of ${repository} that ends there, nor on its default branch: it may come from a fork, and would run with the secrets of ${repository}`,
    hint: 'look it through and push it as a branch, or try it in containers: --image',
  })

const crowded = (own: string, repository: string) =>
  new SherpaError({
    code: 'branch-exists',
    kind: 'world',
    message: `${repository} has branches ${own}… already, and more of them come`,
    hint: 'wait until the other canary of this commit is over',
  })

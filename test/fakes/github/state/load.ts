/** Makes the server's own copy of a declared world and fills in what only the whole can tell. */
import type { RepositoryData, World } from '../world.ts'

/** A copy free to change. Throws when the declaration contradicts itself. */
export function loadWorld(declared: World): World {
  const world: World = { ...declared, repositories: structuredClone(declared.repositories) }
  for (const repo of world.repositories) {
    linkCommits(repo)
    requireUnique(repo)
  }
  return world
}

function linkCommits(repo: RepositoryData): void {
  for (const [index, commit] of repo.commits.entries()) {
    const before = repo.commits[index - 1]
    commit.parents ??= before === undefined ? [] : [before.sha]
  }
  const last = repo.commits.at(-1)
  if (last !== undefined) repo.branches[repo.defaultBranch] ??= last.sha
}

function requireUnique(repo: RepositoryData): void {
  const jobs = repo.runs.flatMap(run => run.attempts.flatMap(attempt => attempt.jobs))
  refuseTwice(
    'runs',
    repo.runs.map(run => run.id),
  )
  refuseTwice(
    'jobs',
    jobs.map(job => job.id),
  )
  refuseTwice(
    'pull requests',
    repo.pulls.map(pull => pull.number),
  )
  refuseTwice(
    'commits',
    repo.commits.map(commit => commit.sha),
  )
}

function refuseTwice(what: string, ids: readonly (number | string)[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new Error(`fake GitHub: two ${what} are called ${twice}; give one its own`)
}

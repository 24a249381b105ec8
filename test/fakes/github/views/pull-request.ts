import type { PullRequestData, RepositoryData } from '../world.ts'
import { statsView } from './commit.ts'
import { HTML, type Links, nodeId } from './links.ts'
import { forkView, fullRepositoryView } from './repository.ts'
import { userView } from './user.ts'

/** A "pull-request-simple", as lists carry it. */
export function simplePullView(pull: PullRequestData, repo: RepositoryData, links: Links) {
  const home = `${links.api}/repos/${repo.owner}/${repo.name}`
  const page = `${HTML}/${repo.owner}/${repo.name}/pull/${pull.number}`
  const url = `${home}/pulls/${pull.number}`
  const issue = `${home}/issues/${pull.number}`
  const here = fullRepositoryView(repo, links)
  const there = pull.headRepository === null ? here : forkView(pull.headRepository, links)
  const id = pull.number + 900_000
  const urls = {
    comments_url: `${issue}/comments`,
    commits_url: `${url}/commits`,
    statuses_url: `${home}/statuses/${pull.headSha}`,
    html_url: page,
    issue_url: issue,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${home}/pulls/comments{/number}`,
  }
  return {
    ...urls,
    url,
    id,
    node_id: nodeId('PullRequest', id),
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: userView(pull.author, links),
    body: pull.body,
    labels: (pull.labels ?? []).map((name, index) => labelView(name, pull.number * 100 + index, home)),
    milestone: null,
    created_at: pull.createdAt,
    updated_at: pull.createdAt,
    closed_at: pull.state === 'closed' ? pull.createdAt : null,
    merged_at: pull.mergedAt ?? null,
    merge_commit_sha: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: endView(pull.headBranch, pull.headSha, there),
    base: endView(pull.baseBranch, pull.baseSha, here),
    _links: {
      ...Object.fromEntries(Object.entries(urls).map(([key, href]) => [key.replace('_url', ''), { href }])),
      self: { href: url },
    },
    author_association: pull.headRepository === null ? 'MEMBER' : 'FIRST_TIME_CONTRIBUTOR',
    auto_merge: null,
    draft: false,
  }
}

function labelView(name: string, id: number, home: string) {
  const url = `${home}/labels/${encodeURIComponent(name)}`
  return { id, node_id: nodeId('Label', id), url, name, description: '', color: 'ededed', default: false }
}

/** A whole "pull-request". */
export function pullView(pull: PullRequestData, repo: RepositoryData, links: Links) {
  const { additions, deletions } = statsView(pull.files)
  return {
    ...simplePullView(pull, repo, links),
    merged: pull.mergedAt !== undefined,
    mergeable: true,
    rebaseable: true,
    mergeable_state: 'clean',
    merged_by: null,
    comments: 0,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: 1,
    additions,
    deletions,
    changed_files: pull.files.length,
  }
}

function endView(ref: string, sha: string, repo: ReturnType<typeof fullRepositoryView>) {
  return { label: `${repo.owner.login}:${ref}`, ref, sha, repo, user: repo.owner }
}

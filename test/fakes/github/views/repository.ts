import { DAWN } from '../time.ts'
import type { RepositoryData } from '../world.ts'
import { HTML, type Links, nodeId } from './links.ts'
import { userView } from './user.ts'

type Named = Pick<RepositoryData, 'id' | 'owner' | 'name' | 'private'>

/** A "minimal-repository", as runs carry it. */
export function minimalRepositoryView(repo: Named, links: Links) {
  const fullName = `${repo.owner}/${repo.name}`
  const url = `${links.api}/repos/${fullName}`
  return {
    id: repo.id,
    node_id: nodeId('Repository', repo.id),
    name: repo.name,
    full_name: fullName,
    private: repo.private,
    owner: userView(repo.owner, links),
    html_url: `${HTML}/${fullName}`,
    description: null,
    fork: false,
    url,
    ...Object.fromEntries(SUB_URLS.map(([field, path]) => [field, `${url}/${path}`])),
  }
}

/** A fork named `owner/name`, of which the world knows no more. */
export function forkView(fullName: string, links: Links) {
  const [owner = '', name = ''] = fullName.split('/')
  const id = [...fullName].reduce((sum, letter) => (sum * 33 + letter.charCodeAt(0)) % 9_999_991, 5)
  return { ...fullRepositoryView({ id, owner, name, private: false, defaultBranch: 'main' }, links), fork: true }
}

/** A "full-repository", which is also a valid "repository" and "minimal-repository". */
export function fullRepositoryView(repo: Named & Pick<RepositoryData, 'defaultBranch'>, links: Links) {
  const page = `${HTML}/${repo.owner}/${repo.name}`
  return {
    ...minimalRepositoryView(repo, links),
    git_url: `git:github.com/${repo.owner}/${repo.name}.git`,
    ssh_url: `git@github.com:${repo.owner}/${repo.name}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    subscribers_count: 0,
    network_count: 0,
    open_issues: 0,
    open_issues_count: 0,
    size: 1,
    default_branch: repo.defaultBranch,
    visibility: repo.private ? 'private' : 'public',
    topics: [],
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    created_at: DAWN,
    updated_at: DAWN,
    pushed_at: DAWN,
  }
}

const SUB_URLS = [
  ['archive_url', '{archive_format}{/ref}'],
  ['assignees_url', 'assignees{/user}'],
  ['blobs_url', 'git/blobs{/sha}'],
  ['branches_url', 'branches{/branch}'],
  ['collaborators_url', 'collaborators{/collaborator}'],
  ['comments_url', 'comments{/number}'],
  ['commits_url', 'commits{/sha}'],
  ['compare_url', 'compare/{base}...{head}'],
  ['contents_url', 'contents/{+path}'],
  ['contributors_url', 'contributors'],
  ['deployments_url', 'deployments'],
  ['downloads_url', 'downloads'],
  ['events_url', 'events'],
  ['forks_url', 'forks'],
  ['git_commits_url', 'git/commits{/sha}'],
  ['git_refs_url', 'git/refs{/sha}'],
  ['git_tags_url', 'git/tags{/sha}'],
  ['hooks_url', 'hooks'],
  ['issue_comment_url', 'issues/comments{/number}'],
  ['issue_events_url', 'issues/events{/number}'],
  ['issues_url', 'issues{/number}'],
  ['keys_url', 'keys{/key_id}'],
  ['labels_url', 'labels{/name}'],
  ['languages_url', 'languages'],
  ['merges_url', 'merges'],
  ['milestones_url', 'milestones{/number}'],
  ['notifications_url', 'notifications{?since,all,participating}'],
  ['pulls_url', 'pulls{/number}'],
  ['releases_url', 'releases{/id}'],
  ['stargazers_url', 'stargazers'],
  ['statuses_url', 'statuses/{sha}'],
  ['subscribers_url', 'subscribers'],
  ['subscription_url', 'subscription'],
  ['tags_url', 'tags'],
  ['teams_url', 'teams'],
  ['trees_url', 'git/trees{/sha}'],
] as const

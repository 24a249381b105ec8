import type { Repository } from '../../core/ports/ci.ts'

/** One line of git's configuration, e.g. `remote.origin.url`. */
export interface Setting {
  readonly key: string
  readonly value: string
}

/** Reads what `git config --null --get-regexp` prints. */
export function readConfig(text: string): Setting[] {
  return text.split('\0').flatMap(entry => {
    const end = entry.indexOf('\n')
    return end === -1 ? [] : [{ key: entry.slice(0, end), value: entry.slice(end + 1) }]
  })
}

/** The repositories that remotes point at: the preferred remote first, then `origin`, `upstream`, and the others in their order. */
export function rankRemotes(settings: readonly Setting[], preferred = 'origin'): Repository[] {
  const remotes = settings.flatMap(({ key, value }) => {
    const name = /^remote\.(?<name>.+)\.url$/s.exec(key)?.groups?.['name']
    const repository = name === undefined ? null : parseRemoteUrl(rewrite(value, settings))
    return name === undefined || repository === null ? [] : [{ name, repository }]
  })
  const rank = (name: string) => {
    const at = [preferred, 'origin', 'upstream'].indexOf(name)
    return at === -1 ? 3 : at
  }
  return remotes.sort((a, b) => rank(a.name) - rank(b.name)).map(({ repository }) => repository)
}

/**
 * The repository behind a remote's URL (https, ssh, git, or scp-like `git@host:owner/name`), or null: local paths, hosts that are known to be
 * something else, and paths that are not owner/name. https://git-scm.com/docs/git-clone#_git_urls
 */
export function parseRemoteUrl(url: string): Repository | null {
  const { host, path } = /^[a-z+]+:\/\//i.test(url) ? fromUrl(url) : fromScp(url)
  const [owner, name, ...more] = path
    .replace(/^\/+|\/+$/g, '')
    .replace(/\.git$/i, '')
    .split('/')
  if (!host || FOREIGN.test(host) || more.length > 0 || !owner || !name) return null
  if (!/^[\w-]+$/.test(owner) || !/^[\w.-]+$/.test(name)) return null
  return { host: webHost(host), owner, name }
}

const FOREIGN = /(?:^|\.)(?:gitlab\.com|bitbucket\.org|codeberg\.org|dev\.azure\.com|visualstudio\.com|sr\.ht|amazonaws\.com)$/i
const NOWHERE = { host: '', path: '' }

function fromUrl(text: string) {
  if (!URL.canParse(text)) return NOWHERE
  const url = new URL(text)
  if (!/^(?:https?|ssh|git|git\+ssh|git\+https):$/.test(url.protocol)) return NOWHERE
  return { host: /^https?:$/.test(url.protocol) ? url.host : url.hostname, path: url.pathname }
}

/** `[user@]host:path`; a host of one letter is a drive of Windows. */
function fromScp(text: string) {
  const { host = '', path = '' } = /^(?:[^@/\s]+@)?(?<host>[^:/\s@]{2,}):(?!\/\/)(?<path>.+)$/.exec(text)?.groups ?? {}
  return { host, path }
}

/** GitHub's ssh door on port 443, and the aliases that people with two accounts give it in their ssh configuration. */
const webHost = (host: string) =>
  host.toLowerCase().replace(/^(?:ssh\.github\.com|www\.github\.com|github\.com-.*|.*-github\.com)$/, 'github.com')

/** Applies `url.<base>.insteadOf`: the longest beginning wins. */
function rewrite(url: string, settings: readonly Setting[]): string {
  const rules = settings.flatMap(({ key, value }) => {
    const base = /^url\.(?<base>.+)\.insteadof$/is.exec(key)?.groups?.['base']
    return base !== undefined && value !== '' && url.startsWith(value) ? [{ base, value }] : []
  })
  const rule = rules.sort((a, b) => b.value.length - a.value.length)[0]
  return rule ? rule.base + url.slice(rule.value.length) : url
}

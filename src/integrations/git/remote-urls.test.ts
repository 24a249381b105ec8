import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseRemoteUrl, rankRemotes, readConfig } from './remote-urls.ts'

it.each([
  ['https://github.com/acme/web.git', 'github.com/acme/web'],
  ['https://github.com/acme/web', 'github.com/acme/web'],
  ['https://github.com/acme/web/', 'github.com/acme/web'],
  ['https://x-access-token:abc@github.com/acme/web.git', 'github.com/acme/web'],
  ['HTTPS://GitHub.com/acme/web.js.git', 'github.com/acme/web.js'],
  ['git@github.com:acme/web.git', 'github.com/acme/web'],
  ['github.com:acme/web', 'github.com/acme/web'],
  ['org-123@github.com:acme/web.git', 'github.com/acme/web'],
  ['git@github.com-work:acme/web.git', 'github.com/acme/web'],
  ['ssh://git@github.com/acme/web.git', 'github.com/acme/web'],
  ['ssh://git@ssh.github.com:443/acme/web.git', 'github.com/acme/web'],
  ['git+ssh://git@github.com/acme/web.git', 'github.com/acme/web'],
  ['git://github.com/acme/web.git', 'github.com/acme/web'],
  ['https://git.corp.example:8443/acme/web.git', 'git.corp.example:8443/acme/web'],
  ['ssh://git@git.corp.example:2222/acme/web.git', 'git.corp.example/acme/web'],
  ['git@acme.ghe.com:team/web.git', 'acme.ghe.com/team/web'],
])('%s is %s', (url, expected) => {
  const found = parseRemoteUrl(url)
  expect(found && `${found.host}/${found.owner}/${found.name}`).toBe(expected)
})

it.each([
  '',
  '/srv/git/web.git',
  '../web',
  './a:b/c',
  'file:///srv/acme/web.git',
  'C:\\work\\web',
  'C:/work/web',
  'https://github.com/acme',
  'https://github.com/',
  'git@gitlab.com:acme/web.git',
  'https://gitlab.com/acme/team/web.git',
  'https://bitbucket.org/acme/web.git',
  'https://dev.azure.com/acme/web/_git/web',
  'ssh://git@github.com',
  'git@github.com:',
  'https://git.corp.example/a/b/c.git',
  'ext::sh -c foo',
])('%j is no repository of GitHub', url => expect(parseRemoteUrl(url)).toBeNull())

it('never throws', () => fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl()), url => void parseRemoteUrl(url))))

const settings = (...lines: readonly [string, string][]) => lines.map(([key, value]) => ({ key, value }))
const names = (found: ReturnType<typeof rankRemotes>) => found.map(({ owner }) => owner)

it('reads what git prints', () => {
  expect(readConfig('remote.origin.url\nhttps://github.com/acme/web\0url.git@github.com:.insteadof\ngh:\0')).toEqual(
    settings(['remote.origin.url', 'https://github.com/acme/web'], ['url.git@github.com:.insteadof', 'gh:']),
  )
  expect(readConfig('')).toEqual([])
})

it('puts origin first, upstream first if asked, the rest in their order', () => {
  const remotes = settings(
    ['remote.fork.url', 'gh:fork/web'],
    ['remote.upstream.url', 'gh:up/web'],
    ['remote.local.url', '/srv/web'],
    ['remote.origin.url', 'gh:own/web'],
    ['url.https://github.com/.insteadof', 'gh:'],
  )
  expect(names(rankRemotes(remotes))).toEqual(['own', 'up', 'fork'])
  expect(names(rankRemotes(remotes, 'upstream'))).toEqual(['up', 'own', 'fork'])
})

it('applies the longest insteadOf, as git does', () => {
  const remotes = settings(
    ['remote.origin.url', 'work:acme/web'],
    ['url.https://example.com/.insteadof', 'wor'],
    ['url.https://github.com/.insteadof', 'work:'],
  )
  expect(rankRemotes(remotes)).toEqual([{ host: 'github.com', owner: 'acme', name: 'web' }])
})

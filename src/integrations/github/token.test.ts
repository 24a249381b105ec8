import { expect, it } from 'vitest'
import { findToken, type TokenSearch } from './token.ts'

const search = (given: Partial<TokenSearch>): TokenSearch => ({
  host: 'github.com',
  variables: {},
  surroundings: {},
  askGh: async () => null,
  ...given,
})
const CORP = { apiUrl: 'https://git.corp.example/api/v3', serverUrl: 'https://git.corp.example' }

it.each<[string, Partial<TokenSearch>, string | undefined]>([
  ['GITHUB_TOKEN first', { variables: { GITHUB_TOKEN: 'a', GH_TOKEN: 'b' } }, 'a'],
  ['GH_TOKEN next', { variables: { GITHUB_TOKEN: '', GH_TOKEN: 'b\n' } }, 'b'],
  ['then gh', { askGh: async host => `token of ${host}` }, 'token of github.com'],
  ['else none', {}, undefined],
  ['blanks are none', { variables: { GITHUB_TOKEN: ' ' }, askGh: async () => ' ' }, undefined],
  ['tenants of ghe.com share the variables', { host: 'acme.ghe.com', variables: { GITHUB_TOKEN: 'a' } }, 'a'],
  [
    'another server never sees the token of github.com',
    { host: 'evil.example', variables: { GITHUB_TOKEN: 'a', GH_TOKEN: 'b' } },
    undefined,
  ],
  ['it has variables of its own', { host: 'git.corp.example', variables: { GITHUB_TOKEN: 'a', GH_ENTERPRISE_TOKEN: 'e' } }, 'e'],
  ['or the longer name of it', { host: 'git.corp.example', variables: { GITHUB_ENTERPRISE_TOKEN: 'e' } }, 'e'],
  [
    'on its own runner GITHUB_TOKEN is its own',
    { host: 'git.corp.example', surroundings: CORP, variables: { GITHUB_TOKEN: 'a' } },
    'a',
  ],
  [
    'and github.com must not see that one',
    { surroundings: CORP, variables: { GITHUB_TOKEN: 'a', GH_ENTERPRISE_TOKEN: 'e' } },
    undefined,
  ],
])('%s', async (_, given, token) => expect(await findToken(search(given))).toBe(token))

it('asks gh only where no variable helps', async () => {
  expect(await findToken(search({ variables: { GITHUB_TOKEN: 'a' }, askGh: () => expect.unreachable('a token is known') }))).toBe(
    'a',
  )
})

import { expect, it } from 'vitest'
import { chooseApiUrl, homeHost, impliedHost, type Surroundings } from './api-url.ts'

const DOT_COM = { apiUrl: 'https://api.github.com', serverUrl: 'https://github.com' }
const CORP = { apiUrl: 'https://git.corp.example/api/v3', serverUrl: 'https://git.corp.example' }

it.each<[Surroundings, string]>([
  [{}, 'github.com'],
  [{ apiUrl: '', serverUrl: '' }, 'github.com'],
  [DOT_COM, 'github.com'],
  [CORP, 'git.corp.example'],
  [{ apiUrl: 'https://git.corp.example/api/v3/' }, 'git.corp.example'],
  [{ apiUrl: 'https://api.acme.ghe.com' }, 'acme.ghe.com'],
  [{ apiUrl: 'http://127.0.0.1:4000' }, 'github.com'],
  [{ apiUrl: 'https://proxy.corp.example/github' }, 'github.com'],
])('the home of %o is %s', (surroundings, host) => expect(homeHost(surroundings)).toBe(host))

it.each<[string, Surroundings, string]>([
  ['github.com', {}, 'https://api.github.com'],
  ['acme.ghe.com', {}, 'https://api.acme.ghe.com'],
  ['git.corp.example:8443', {}, 'https://git.corp.example:8443/api/v3'],
  ['github.com', { apiUrl: 'http://127.0.0.1:4000/' }, 'http://127.0.0.1:4000'],
  ['git.corp.example', { apiUrl: 'http://127.0.0.1:4000/api/v3' }, 'http://127.0.0.1:4000/api/v3'],
  ['github.com', { apiUrl: 'https://proxy.corp.example/github' }, 'https://proxy.corp.example/github'],
  ['github.com', CORP, 'https://api.github.com'],
  ['git.corp.example', CORP, 'https://git.corp.example/api/v3'],
  ['git.corp.example', DOT_COM, 'https://git.corp.example/api/v3'],
  ['evil.example', DOT_COM, 'https://evil.example/api/v3'],
])('runs of %s in %o are asked of %s', (host, surroundings, url) => expect(chooseApiUrl(host, surroundings)).toBe(url))

it.each([
  ['https://api.github.com', 'github.com'],
  ['https://git.corp.example/api/v3', 'git.corp.example'],
  ['http://127.0.0.1:4000', '127.0.0.1:4000'],
])('%s speaks for %s', (apiUrl, host) => expect(impliedHost(apiUrl)).toBe(host))

import { describe, expect, test } from 'vitest'
import { DEFAULT_CONFIG } from '../../core/config/config.ts'
import { type WayOptions, wayOf } from './way.ts'

const way = (options: Partial<WayOptions>, config = {}) =>
  wayOf({ command: ['npm', 'test'], input: {}, ...options }, { ...DEFAULT_CONFIG, ...config })

const IN_FILE = { canary: { image: 'node:24', network: 'bridge', memory: '2GB', cpus: 1.5 } }

test('without a word in worktrees', () => {
  expect(way({})).toEqual({ kind: 'worktree' })
})

test('in containers: no network and no limits unless somebody says so', () => {
  expect(way({ image: 'alpine' })).toEqual({
    kind: 'container',
    container: { image: 'alpine', network: 'none', memory: null, cpus: null },
  })
  expect(way({}, IN_FILE)).toEqual({
    kind: 'container',
    container: { image: 'node:24', network: 'bridge', memory: 2e9, cpus: 1.5 },
  })
  expect(way({ image: 'alpine', network: 'none', memory: 5e8, cpus: 2 }, IN_FILE)).toEqual({
    kind: 'container',
    container: { image: 'alpine', network: 'none', memory: 5e8, cpus: 2 },
  })
  expect(way({ image: false }, IN_FILE)).toEqual({ kind: 'worktree' })
})

test('by a workflow, with the inputs that sherpa.yml always gives', () => {
  const dispatch = { 'ci.yml': { inputs: { suite: 'all', log: 'short' } } }
  expect(way({ command: [], workflow: 'ci.yml', input: { suite: 'slow' } }, { dispatch, ...IN_FILE })).toEqual({
    kind: 'workflow',
    workflow: 'ci.yml',
    inputs: { suite: 'slow', log: 'short' },
  })
})

describe('what makes no sense together', () => {
  test.each([
    [{ command: [] }, 'nothing says what to try'],
    [{ workflow: 'ci.yml' }, 'cannot be tried at once'],
    [{ command: [], workflow: 'ci.yml', image: 'alpine' }, '--image means nothing'],
    [{ memory: 5 }, '--memory is about containers'],
    [{ input: { suite: 'slow' } }, '--input and --repo are about a workflow'],
    [{ repo: 'acme/app' }, '--input and --repo are about a workflow'],
  ])('%j', (options, sentence) => {
    expect(() => way(options)).toThrow(sentence)
  })
})

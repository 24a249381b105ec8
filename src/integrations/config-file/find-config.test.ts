import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findConfig } from './find-config.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'find-config-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

test('the nearest file wins, and the root of the repository is the end', () => {
  put('sherpa.yml', 'outside')
  put('repo/.git/HEAD', '')
  put('repo/a/b/file', '')
  expect(findConfig(join(root, 'repo/a/b'), undefined)).toBeNull()
  put('repo/.github/sherpa.yml', 'github')
  expect(findConfig(join(root, 'repo/a/b'), undefined)).toMatchObject({
    text: 'github',
    name: '../../.github/sherpa.yml',
    folder: join(root, 'repo'),
  })
  put('repo/sherpa.yml', 'repo')
  expect(findConfig(join(root, 'repo/a/b'), undefined)).toMatchObject({
    text: 'repo',
    name: '../../sherpa.yml',
    folder: join(root, 'repo'),
  })
  put('repo/a/sherpa.yml', 'near')
  expect(findConfig(join(root, 'repo/a/b'), undefined)).toMatchObject({ text: 'near', folder: join(root, 'repo/a') })
})

test('outside of a repository only the folder itself counts', () => {
  put('sherpa.yml', 'above')
  put('a/sherpa.yml', 'here')
  put('b/file', '')
  expect(findConfig(join(root, 'a'), undefined)).toMatchObject({ text: 'here', name: 'sherpa.yml' })
  expect(findConfig(join(root, 'b'), undefined)).toBeNull()
})

test('a file that is asked for must be there', () => {
  put('sherpa.yml', 'here')
  put('other.yml', 'other')
  mkdirSync(join(root, 'folder'))
  expect(findConfig(root, 'other.yml')).toMatchObject({ text: 'other', name: 'other.yml' })
  expect(() => findConfig(root, 'none.yml')).toThrow('none.yml cannot be read: there is no such file')
  expect(() => findConfig(root, 'folder')).toThrow('folder cannot be read: it is a directory')
})

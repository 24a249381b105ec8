import { expect, test } from 'vitest'
import { shortened } from './shortened.ts'

test('what is short enough stays', () => {
  expect(shortened('a b', 3)).toBe('a b')
})

test('no half of a word is left, lest it be half of a secret', () => {
  expect(shortened('token abcdef', 9)).toBe('token…')
  expect(shortened('abcdefghijkl', 6)).toBe('abcde…')
})

test('no half of a character is left', () => {
  expect(shortened('abc😀def', 5).isWellFormed()).toBe(true)
})

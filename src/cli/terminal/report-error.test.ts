import { expect, test } from 'vitest'
import { SherpaError } from '../../core/model/trouble.ts'
import { reportError } from './report-error.ts'

/** What is told on stderr, and why the process ends. */
async function told(error: unknown, variables = {}) {
  const written: string[] = []
  const err = { write: (more: string) => void written.push(more), isDone: true, isTTY: false, columns: undefined, colour: false }
  const reason = await reportError(error, { err, variables, progress: { show: () => {}, clear: () => {} } })
  return { text: written.join(''), reason }
}

test('trouble is one sentence, its code and a hint', async () => {
  const error = new SherpaError({
    code: 'ci-forbidden',
    kind: 'credentials',
    message: 'GitHub answered 403',
    hint: 'add actions: read',
  })
  expect(await told(error)).toEqual({
    text: '✖ GitHub answered 403 [ci-forbidden]\nhint: add actions: read\n',
    reason: 'credentials',
  })
})

test('an unexpected exception is a sentence, too', async () => {
  const { text, reason } = await told(new TypeError('x is not a function'))
  expect(reason).toBe('unexpected')
  expect(text).toMatch(
    /^✖ sherpa met something it did not expect: x is not a function \[unexpected\]\nhint: .*SHERPA_DEBUG=1.*\n$/,
  )
})

test.each([['a string'], [undefined], [null], [{ message: 'odd' }]])('whatever is thrown: %j', async thrown => {
  expect((await told(thrown)).reason).toBe('unexpected')
})

test('with SHERPA_DEBUG the stack and the causes', async () => {
  const { text } = await told(new Error('outer', { cause: new Error('inner') }), { SHERPA_DEBUG: '1' })
  expect(text).toMatch(/Error: outer\n +at .*\n(?:.*\n)*caused by Error: inner\n +at /)
})

test('a log that stands in an error does nothing and tells no secret', async () => {
  const { text } = await told(new Error('\u001b[2J\n::add-mask::x\n ghp_0123456789abcdefghijABCDEFGHIJ012345'))
  expect(text).not.toMatch(/\u001b|^::/m)
  expect(text).not.toContain('ghp_0123456789abcdefghij')
})

import { expect, it } from 'vitest'
import { SherpaError } from '../../core/model/trouble.ts'
import { asSherpaError, asTrouble, networkCode } from './request-failure.ts'

const question = {
  request: 'GET /repos/acme/app/actions/runs/777',
  subject: { what: 'run', text: 'run 777 of acme/app', permission: 'actions: read' },
  host: 'github.com',
  authenticated: true,
} as const

const coded = (code: string) => Object.assign(new Error('connect'), { code })

it.each<[string, unknown, string | null]>([
  ['a code on the error itself', coded('ECONNRESET'), 'ECONNRESET'],
  [
    'a code deep in the causes',
    new Error('http', { cause: new TypeError('fetch failed', { cause: coded('ENOTFOUND') }) }),
    'ENOTFOUND',
  ],
  ['a time limit', new Error('http', { cause: new DOMException('too late', 'TimeoutError') }), 'TIMEOUT'],
  ['a body that broke off', new TypeError('terminated', { cause: coded('UND_ERR_SOCKET') }), 'UND_ERR_SOCKET'],
  ['no code at all', new TypeError('terminated'), 'CUT'],
  ['an answer', Object.assign(new Error('Not Found'), { response: { status: 404, headers: {} } }), null],
  ['no error', 'text', null],
])('networkCode: %s', (_, error, code) => expect(networkCode(error)).toBe(code))

it('keeps the error as the cause, and a SherpaError as it is', () => {
  const cause = coded('ECONNREFUSED')
  const error = asSherpaError(cause, question)
  expect(error).toMatchObject({ code: 'ci-unreachable', cause })
  expect(asSherpaError(error, question)).toBe(error)
  expect(asTrouble(error, question)).toEqual({ code: error.code, kind: 'world', message: error.message, hint: error.hint })
})

it('reads headers whatever their case', () => {
  const error = Object.assign(new Error('API rate limit exceeded'), {
    response: { status: 403, headers: { 'X-RateLimit-Remaining': 0, 'x-ratelimit-reset': 1772449200 } },
  })
  expect(asTrouble(error, question).message).toBe("GitHub's rate limit is used up until 2026-03-02 11:00 UTC")
})

it('is a SherpaError for any thing thrown', () => expect(asSherpaError(undefined, question)).toBeInstanceOf(SherpaError))

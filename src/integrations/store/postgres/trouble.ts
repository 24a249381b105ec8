import { SherpaError } from '../../../core/model/trouble.ts'

/** What PostgreSQL says, by its codes (https://www.postgresql.org/docs/current/errcodes-appendix.html), and pg without one. */

/** The server cannot be connected to, or does not want us. */
export function unreachable(place: string, cause: unknown): SherpaError {
  const code = codeOf(cause)
  const said = cause instanceof Error && cause.message !== '' ? cause.message : code || String(cause)
  const isRefused = code.startsWith('28')
  return new SherpaError(
    {
      code: isRefused ? 'store-refused' : 'store-unreachable',
      kind: isRefused ? 'credentials' : 'world',
      message: `PostgreSQL at ${place} does not let us in: ${said}`,
      hint: isRefused ? 'check the user and the password of the URL' : 'check the URL, and that the server runs',
    },
    { cause },
  )
}

/** Where the world is to blame for what became of a query; mistakes of ours stay what they are. */
export function postgresTrouble(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || error instanceof SherpaError) return error
  const code = codeOf(error)
  const isLost = LOST_CODE.test(code) || LOST.test(error.message)
  if (!isLost && !UNUSABLE_CODE.test(code)) return error
  return new SherpaError(
    {
      code: isLost ? 'store-lost' : 'store-unusable',
      kind: 'world',
      message: isLost
        ? `PostgreSQL at ${place} has gone away: ${error.message}`
        : `PostgreSQL at ${place} cannot do what is asked: ${error.message}`,
      hint: isLost
        ? 'run the same again once the server is back: what was committed is kept'
        : 'check the rights of its user, and the room on its disk',
    },
    { cause: error },
  )
}

/** Connections that break, a server that shuts down. */
const LOST_CODE = /^(?:08...|57P0[1-5]|E[A-Z]+)$/
const LOST = /^Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/
/** No room, only reading, no rights. */
const UNUSABLE_CODE = /^(?:53...|25006|42501)$/

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

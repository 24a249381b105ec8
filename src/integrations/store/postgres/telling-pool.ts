import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool } from 'pg'
import { postgresTrouble } from './trouble.ts'

/** The pool as Kysely uses it, with the world's troubles told as such. */
export function tellingPool(pool: Pool, place: string): PostgresPool {
  const telling = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw postgresTrouble(error, place)
    })
  return {
    async connect() {
      const client = await telling(pool.connect())
      const query = (text: string, values: unknown[]) => telling(client.query(text, values))
      // The other way to ask, with a cursor, is not ours.
      return { query, release: () => client.release() } as unknown as PostgresPoolClient
    },
    end: () => pool.end(),
    options: pool.options,
  }
}

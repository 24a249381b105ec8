import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** A database that holds the tables: what differs between SQLite and PostgreSQL stands behind this. */
export interface Engine {
  readonly dialect: Dialect
  /** As a sentence says it: the path of a file, or a URL without its password. */
  readonly place: string
  readonly db: Kysely<Tables>
  /**
   * Runs the work as the only writer, all of it or nothing. Others who write meanwhile are waited for; where the database gives up on waiting,
   * the work runs again from its start.
   */
  write<T>(work: (writer: Writer) => Promise<T>): Promise<T>
  /** The same for work that gives the numbers itself by which rows refer to each other: they are not checked again, where that costs time. */
  load<T>(work: (writer: Writer) => Promise<T>): Promise<T>
  /** Bytes on disk. */
  sizeBytes(): Promise<number>
  close(): Promise<void>
}

export type Dialect = 'sqlite' | 'postgres'

/** The inside of one transaction. */
export interface Writer {
  readonly db: Kysely<Tables>
  /** Inserts many rows at once; their fields are in one order. `skip` leaves those alone whose key is there already. */
  insert<Name extends keyof Tables>(table: Name, rows: readonly Tables[Name][], known?: 'skip'): Promise<void>
}

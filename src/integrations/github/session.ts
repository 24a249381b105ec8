import type { ReadArchive } from '../../core/ports/ci.ts'
import type { Client } from './client.ts'
import { asSherpaError, type Question } from './request-failure.ts'
import type { Subject } from './trouble.ts'

/** What every question about one repository needs. */
export interface Session {
  readonly client: Client
  readonly owner: string
  readonly repo: string
  readonly host: string
  readonly authenticated: boolean
  readonly fetch: typeof globalThis.fetch
  /** How long the storage of logs may be silent. */
  readonly silenceMs: number
  readonly waitUnitMs: number
  readonly readArchive: ReadArchive | undefined
}

/** Asks one question; its trouble is thrown as a SherpaError. */
export async function ask<T>(question: Question, request: () => Promise<T>): Promise<T> {
  try {
    return await request()
  } catch (error) {
    throw asSherpaError(error, question)
  }
}

/** A GET below the repository: `actions/runs/1`. */
export const questionOf = ({ owner, repo, host, authenticated }: Session, path: string, subject: Subject): Question => ({
  request: `GET /repos/${owner}/${repo}/${path}`,
  subject,
  host,
  authenticated,
})

export const where = ({ owner, repo }: Session) => ({ owner, repo })

/** What a route is: a handler for one operation of GitHub's contract on one repository. */
import { type Answer, notFound, ok } from '../server/answer.ts'
import { paginate } from '../server/paging.ts'
import type { Links } from '../views/links.ts'
import type { RepositoryData, World } from '../world.ts'

export interface Call {
  world: World
  repo: RepositoryData
  /** Decoded path parameters. */
  params: Record<string, string>
  path: string
  query: URLSearchParams
  body: unknown
  links: Links
  /** Puts a file into blob storage and answers its signed link. */
  store(file: StoredFile): string
  /** The time of this call. */
  now: string
}

export interface StoredFile {
  contentType: 'text/plain' | 'application/zip'
  read(): Promise<Uint8Array>
}

export type Handler = (call: Call) => Answer
/** Handlers by "METHOD template". */
export type Routes = Record<string, Handler>

/** Answers with what was found, or GitHub's 404. */
export function found<T>(item: T | undefined, answer: (item: T) => Answer): Answer {
  return item === undefined ? notFound() : answer(item)
}

/** One page of a bare list. */
export function pageOf<T, V>(call: Call, items: readonly T[], view: (item: T) => V): Answer {
  const page = paginate(items, call)
  return ok(page.items.map(view), page.headers)
}

/** One page of a list that GitHub wraps as `{ total_count, <name>: […] }`. */
export function countedPageOf<T, V>(call: Call, name: string, items: readonly T[], view: (item: T) => V): Answer {
  const page = paginate(items, call)
  return ok({ total_count: items.length, [name]: page.items.map(view) }, page.headers)
}

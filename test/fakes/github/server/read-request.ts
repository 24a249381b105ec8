/** Reads a request's body into the journal and checks the whole request against the contract. */
import { checkRequest } from '../contract/check.ts'
import type { RouteMatch } from '../routes/routes.ts'
import type { RequestRecord } from './journal.ts'
import type { Incoming } from './listen.ts'

/** What breaks the contract; nothing if the request is right. */
export function readRequest(request: Incoming, { route, entry }: { route: RouteMatch; entry: RequestRecord }): string[] {
  if (request.body !== '') {
    try {
      entry.body = JSON.parse(request.body) as unknown
    } catch {
      return ['the body is not JSON']
    }
  }
  const { method, query } = request
  return checkRequest({ method, template: route.template, params: route.params, query, body: entry.body })
}

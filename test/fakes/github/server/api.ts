/**
 * The API server: checks each request against the contract, lets limits and faults have their say, asks the
 * route, checks the answer against the contract too. A breach by either side is noted and answered 500.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { checkAnswer, explainUnserved } from '../contract/check.ts'
import type { StoredFile } from '../routes/route.ts'
import { findRoute, type RouteMatch } from '../routes/routes.ts'
import { findRepository } from '../state/find.ts'
import type { World } from '../world.ts'
import { refuseAccess } from './access.ts'
import { type Answer, failed, notFound } from './answer.ts'
import { tag } from './etag.ts'
import type { Faults, Passage } from './faults.ts'
import { type Journal, type RequestRecord, record } from './journal.ts'
import { deadUrl, type Incoming, type Listening, listen, type Outgoing } from './listen.ts'
import type { RateLimit } from './rate-limit.ts'
import { readRequest } from './read-request.ts'
import { refuse } from './refusals.ts'

export interface ApiOptions {
  world: World
  token: string
  now: string
  journal: Journal
  faults: Faults
  rateLimit: RateLimit
  sign(apiPath: string, file: StoredFile): string
}

const CUT: Outgoing = { status: 0, headers: {}, body: Buffer.alloc(0), cut: true }

export async function startApi(options: ApiOptions): Promise<Listening> {
  const { journal, faults, rateLimit } = options
  const listening = await listen(async request => {
    const entry = record(journal, 'api', request)
    const passage: Passage = { place: 'api', method: request.method, target: entry.url }
    if (faults.mishap(passage, 'cut-request') !== undefined) return CUT
    const late = faults.mishap(passage, 'late')
    if (late !== undefined) await sleep(late.delayMs ?? 200, undefined, { ref: false })
    const answer = tag(request, await decide(request, entry))
    if (answer.status !== 304 && answer.status !== 401) rateLimit.spend()
    entry.status = answer.status
    if (faults.mishap(passage, 'cut-answer') !== undefined) return CUT
    if (faults.mishap(passage, 'server-error-after') !== undefined) return dress(failed(500, 'Server Error'))
    return mishandle(passage, dress(answer))
  })
  return listening

  /** The answer by contract: what the request deserves, unless it or the answer breaks GitHub's OpenAPI. */
  async function decide(request: Incoming, entry: RequestRecord): Promise<Answer> {
    const route = findRoute(request.method, request.path)
    if (route === undefined) return breach(entry, [explainUnserved(request.method, request.path)])
    const wrong = readRequest(request, { route, entry })
    if (wrong.length > 0) return breach(entry, wrong)
    const answer = await produce(request, { route, entry })
    if (answer.raw !== undefined) return answer
    const faulty = checkAnswer(request.method, route.template, answer.status, answer.json)
    return faulty.length > 0 ? breach(entry, [`the fake's own answer: ${faulty.join('; ')}`]) : answer
  }

  /** Refusals first, so that nothing changes by a refused request; then the route. */
  async function produce(request: Incoming, { route, entry }: { route: RouteMatch; entry: RequestRecord }): Promise<Answer> {
    const passage: Passage = { place: 'api', method: request.method, target: entry.url }
    const fault = faults.refusal(passage)
    if (fault !== undefined) return refuse({ rule: fault, method: request.method, path: request.path, rateLimit })
    const { owner, repo: name = '' } = route.params
    const repo = owner === undefined ? options.world.repositories[0] : findRepository(options.world, owner, name)
    const refusal = refuseAccess(request, { repo, token: options.token })
    if (refusal !== undefined) return refusal
    if (rateLimit.exhausted()) return rateLimit.refusal()
    if (repo === undefined) return notFound()
    const answer = route.handler({
      world: options.world,
      repo,
      params: route.params,
      path: request.path,
      query: request.query,
      body: entry.body,
      links: { api: listening.url },
      store: file => options.sign(request.path, file),
      now: options.now,
    })
    if (answer.status !== 302 || faults.mishap(passage, 'dead-redirect') === undefined) return answer
    return { ...answer, headers: { location: `${await deadUrl()}/gone` } }
  }

  function breach(entry: RequestRecord, reasons: string[]): Answer {
    const text = `${entry.method} ${entry.url}: ${reasons.join('; ')}`
    journal.violations.push(text)
    return failed(500, `Contract violation. ${text}`)
  }

  function dress(answer: Answer): Outgoing {
    const json = answer.json === undefined ? '' : JSON.stringify(answer.json)
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'x-github-request-id': `FA4E:${journal.requests.length.toString(16).toUpperCase().padStart(4, '0')}`,
      ...rateLimit.headers(),
      ...answer.headers,
    }
    return { status: answer.status, headers, body: Buffer.from(answer.raw ?? json) }
  }

  /** What may happen to a good answer on its way. */
  function mishandle(passage: Passage, reply: Outgoing): Outgoing {
    const slow = faults.mishap(passage, 'slow')
    const cut = reply.status === 200 ? faults.mishap(passage, 'cut-body') : undefined
    return {
      ...reply,
      ...(slow !== undefined && { delayMs: slow.delayMs ?? 200 }),
      ...(cut !== undefined && { cutAfterBytes: cut.afterBytes ?? Math.floor(reply.body.byteLength / 2) }),
    }
  }
}

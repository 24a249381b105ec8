/**
 * The blob storage behind log downloads: another origin, open to whoever holds a signed link, and closed
 * to tokens. An Authorization header here would have leaked the user's token: 400 and a violation.
 */
import { randomUUID } from 'node:crypto'
import type { StoredFile } from '../routes/route.ts'
import type { Faults, Passage } from './faults.ts'
import { type Journal, record } from './journal.ts'
import { type Incoming, type Listening, listen, type Outgoing } from './listen.ts'
import { createRateLimit } from './rate-limit.ts'
import { refuse } from './refusals.ts'

export interface Storage extends Listening {
  /** A link to the file that carries the API path it stands for. */
  sign(apiPath: string, file: StoredFile): string
}

export interface StorageOptions {
  journal: Journal
  faults: Faults
  /** The token that must never be seen here. */
  token: string
}

export async function startStorage({ journal, faults, token }: StorageOptions): Promise<Storage> {
  const files = new Map<string, StoredFile>()
  const listening = await listen(async request => {
    const entry = record(journal, 'storage', request)
    const reply = await answer(request, { target: entry.url, file: files.get(request.query.get('sig') ?? '') })
    entry.status = reply.status
    return reply
  })

  async function answer(
    request: Incoming,
    { target, file }: { target: string; file: StoredFile | undefined },
  ): Promise<Outgoing> {
    const leak = findLeak(request, token)
    if (leak !== undefined) {
      journal.violations.push(`GET ${request.path}: ${leak} was sent to blob storage`)
      return xml(400, 'InvalidAuthenticationInfo')
    }
    const passage: Passage = { place: 'storage', method: request.method, target }
    const refused = faults.refusal(passage)
    if (refused !== undefined) {
      const refusal = refuse({ rule: refused, method: request.method, path: request.path, rateLimit: createRateLimit() })
      const body = refusal.raw ?? JSON.stringify(refusal.json)
      return { status: refusal.status, headers: refusal.headers ?? {}, body: Buffer.from(body) }
    }
    return file === undefined ? xml(404, 'BlobNotFound') : send(file, passage)
  }

  async function send(file: StoredFile, passage: Passage): Promise<Outgoing> {
    const whole = await file.read()
    const slow = faults.mishap(passage, 'slow')
    const truncated = file.contentType === 'application/zip' ? faults.mishap(passage, 'truncated-zip') : undefined
    const cut = truncated === undefined ? faults.mishap(passage, 'cut-body') : undefined
    const half = Math.floor(whole.byteLength / 2)
    return {
      status: 200,
      headers: { 'content-type': file.contentType, 'x-ms-blob-type': 'BlockBlob' },
      body: truncated === undefined ? whole : whole.subarray(0, truncated.afterBytes ?? half),
      ...(slow !== undefined && { delayMs: slow.delayMs ?? 200 }),
      ...(cut !== undefined && { cutAfterBytes: cut.afterBytes ?? half }),
    }
  }

  return {
    ...listening,
    sign(apiPath, file) {
      const signature = randomUUID()
      files.set(signature, file)
      return `${listening.url}/storage${apiPath}?se=2026-03-02T10%3A10%3A00Z&sig=${signature}`
    },
  }
}

function findLeak(request: Incoming, token: string): string | undefined {
  if (request.headers['authorization'] !== undefined) return 'an Authorization header'
  if ([...request.query.values()].includes(token)) return 'the token (in the query)'
  return Object.values(request.headers).some(value => value.includes(token)) ? 'the token (in a header)' : undefined
}

function xml(status: number, code: string): Outgoing {
  const text = `\uFEFF<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`
  return { status, headers: { 'content-type': 'application/xml', 'x-ms-error-code': code }, body: Buffer.from(text) }
}

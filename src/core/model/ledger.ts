import type { Params, Reason, RemedyId } from './plan.ts'

/**
 * What happened to an action: it was `started` (written before anything is done), is `done`, `failed` (nothing happened), is `unclear` (it
 * may have happened), has `healed` or `not-healed`, or was `undone`. `approved` lets one plan pass; `withheld` says why nothing was done.
 */
export const LEDGER_EVENTS = [
  'withheld',
  'approved',
  'started',
  'done',
  'failed',
  'unclear',
  'healed',
  'not-healed',
  'undone',
] as const
export type LedgerEvent = (typeof LEDGER_EVENTS)[number]

/** What an action touches. What is not known is null. */
export interface Target {
  readonly repository: string
  readonly workflow: string | null
  readonly run: number | null
  readonly attempt: number | null
  readonly commit: string | null
  readonly fingerprint: string | null
  readonly job: string | null
  /** One action at a time works on things of one name: `run:4711`, `container:web`, `environment:production`. */
  readonly thing: string
}

/** What an action changed: enough to find it again, to verify it and to undo it. */
export interface Effect {
  /** `attempt`, `deployment`, `container`, `pull-request`, `issue`, `cache`, `command`, … */
  readonly kind: string
  /** Its id: the number of an attempt, the id of a deployment, the digest of an image. */
  readonly id: string
  /** What was there before, where undoing needs to know. */
  readonly before?: string
  /** What was put there instead, where that was only known when it was done. */
  readonly after?: string
  readonly url?: string
}

/** A line of the ledger, as it is written. */
export interface NewEntry {
  /** Epoch milliseconds. */
  readonly atMs: number
  readonly event: LedgerEvent
  /** The action's id, its idempotency key. */
  readonly action: string
  /** The plan's id. */
  readonly plan: string | null
  readonly remedy: RemedyId
  readonly params: Params
  readonly target: Target
  /** A login, or `sherpa` where nobody was asked. */
  readonly by: string
  readonly reasons: readonly Reason[]
  /** For a person; redacted. */
  readonly detail: string
  readonly effect: Effect | null
  /** Of machines: what it is expected to take, or took. */
  readonly minutes: number
}

/** A line of the ledger. Lines are only ever added, and each holds the hash of the one before. */
export interface LedgerEntry extends NewEntry {
  /** From 1, without gaps. */
  readonly seq: number
  /** SHA-256 of this line without its hash, in hexadecimal digits. */
  readonly hash: string
  /** That of the line before; empty for the first. */
  readonly previous: string
}

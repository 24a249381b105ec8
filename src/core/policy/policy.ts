import type { Category } from '../model/category.ts'
import type { RemedyId } from '../model/plan.ts'
import type { Limits } from './limits.ts'

/** What sherpa may do, as `policy:` of sherpa.yml says it. */
export interface Policy extends Limits {
  /** What holds where nothing below says more. */
  readonly preset: PolicyPreset
  /** What holds for one remedy, whatever the preset says. */
  readonly remedies: Readonly<Partial<Record<RemedyId, Mode | undefined>>>
  /** The first that applies decides, before `remedies` and `preset` are asked. */
  readonly rules: readonly PolicyRule[]
  /** An Open Policy Agent that decides in place of rules and remedies. */
  readonly opa?: OpaServer | OpaBundle | undefined
}

export const POLICY_PRESETS = ['off', 'suggest', 'assist', 'auto-rerun'] as const
export type PolicyPreset = (typeof POLICY_PRESETS)[number]

/** What may be done with one use of a remedy, the strictest first: nothing at all, only be shown, be asked about, happen by itself. */
export const MODES = ['off', 'suggest', 'ask', 'auto'] as const
export type Mode = (typeof MODES)[number]

export interface PolicyRule {
  /** None: all of them. */
  readonly remedy?: OneOrMany<RemedyId> | undefined
  /** All of them must hold; none: always. */
  readonly when?: Conditions | undefined
  readonly then: Mode
  /** Shown with the decision. */
  readonly because?: string | undefined
}

/** What a rule can ask for. A list means any of it. */
export interface Conditions {
  readonly category?: OneOrMany<Category> | undefined
  readonly confidence?: Threshold | undefined
  readonly transient?: Threshold | undefined
  readonly branch?: OneOrMany<Glob> | undefined
  readonly base?: OneOrMany<Glob> | undefined
  readonly environment?: OneOrMany<Glob> | undefined
  readonly labels?: OneOrMany<Glob> | undefined
  readonly author?: OneOrMany<Glob> | undefined
  readonly title?: OneOrMany<Glob> | undefined
  readonly actor?: OneOrMany<Glob> | undefined
  readonly event?: OneOrMany<string> | undefined
  readonly workflow?: OneOrMany<Glob> | undefined
  readonly repository?: OneOrMany<Glob> | undefined
  readonly job?: OneOrMany<Glob> | undefined
  readonly files?: OneOrMany<Glob> | FilesCondition | undefined
  readonly fork?: boolean | undefined
  readonly time?: TimeWindow | undefined
}

export type OneOrMany<T> = T | readonly T[]

/** At least this; or a text that says how to compare: `>= 0.8`, `> 0.8`, `<= 0.5`, `< 0.5`. */
export type Threshold = number | string

/** See `matchesGlob`. */
export type Glob = string

/** `any`: one changed file matches one of these. `all`: each changed file does, and there is one. */
export interface FilesCondition {
  readonly any?: OneOrMany<Glob> | undefined
  readonly all?: OneOrMany<Glob> | undefined
}

export interface TimeWindow {
  /** None: all of them. A window over midnight belongs to the day on which it begins. */
  readonly days?: OneOrMany<Weekday> | undefined
  /** `09:00-17:00`, the end not included; `22:00-06:00` goes over midnight. */
  readonly hours?: string | undefined
  readonly zone: 'UTC'
}

/** In the order of `Date.getUTCDay`. */
export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** A running server, asked by its Data API. */
export interface OpaServer {
  readonly url: string
  /** Path of the rule that decides, `sherpa/decision`. */
  readonly decision: string
  readonly timeoutSeconds: number
}

/** A policy compiled to WebAssembly: what `opa build -t wasm` writes, or the module in it. */
export interface OpaBundle {
  /** Path from the configuration's folder: `.tar.gz` or `.wasm`. */
  readonly bundle: string
  readonly entrypoint: string
  readonly timeoutSeconds: number
}

import { resolve } from 'node:path'
import { decideBy } from '../core/policy/consult.ts'
import { engineDecision } from '../core/policy/engine-decision.ts'
import type { PolicyFacts } from '../core/policy/facts.ts'
import type { Policy } from '../core/policy/policy.ts'
import type { Decision } from '../core/policy/strictest.ts'
import type { PolicyEngine } from '../core/ports/policy-engine.ts'
import type { Redactor } from '../core/redact/redact.ts'
import { redactValue } from '../core/redact/value.ts'

/** Decides about each use of a remedy; never throws. */
export type Decide = (facts: readonly PolicyFacts[]) => Promise<readonly Decision[]>

export interface PolicySurroundings {
  /** Where the paths of the configuration start. */
  readonly folder: string
  /** Hides secrets from an engine. */
  readonly hide: Redactor
}

/** The policy of a configuration: its own rules, or the engine that it names. Where the preset is `off`, no engine is asked. */
export async function connectPolicy(policy: Policy, { folder, hide }: PolicySurroundings): Promise<Decide> {
  const engine = await connectEngine(policy, folder)
  if (engine === null || policy.preset === 'off') return async facts => facts.map(decideBy(policy))
  return facts => Promise.all(facts.map(async one => engineDecision(await engine.ask(redactValue(one, hide)))))
}

/** The engine that a policy names; null where it decides itself. Nothing is asked or read yet. */
export async function connectEngine({ opa }: Policy, folder: string): Promise<PolicyEngine | null> {
  if (!opa) return null
  if ('url' in opa) return (await import('./opa/server.ts')).connectServer(opa)
  return (await import('./opa/bundle.ts')).connectBundle({ ...opa, path: resolve(folder, opa.bundle) })
}

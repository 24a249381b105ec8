/** Applies fault rules: in order, the first that still has turns left and can apply is used up by one. */
import type { FaultRule, MishapName } from '../fault-rule.ts'
import { REFUSALS } from './refusals.ts'

export type Place = 'api' | 'storage'

/** One request on its way, as fault rules see it. */
export interface Passage {
  place: Place
  method: string
  target: string
}

export interface Faults {
  /** The next refusal for this request, if any; takes one turn. */
  refusal(passage: Passage): FaultRule | undefined
  /** The next mishap of this name for this request's answer, if any; takes one turn. */
  mishap(passage: Passage, name: MishapName): FaultRule | undefined
  add(...rules: FaultRule[]): void
  /** Rules with turns left that were meant to be used up. */
  unused(): FaultRule[]
}

export function createFaults(declared: readonly FaultRule[] = []): Faults {
  const open = declared.map(rule => ({ rule, left: rule.times ?? Number.POSITIVE_INFINITY }))
  const take = (passage: Passage, accepts: (rule: FaultRule) => boolean): FaultRule | undefined => {
    const found = open.find(({ rule, left }) => left > 0 && accepts(rule) && fits(rule, passage))
    if (found === undefined) return undefined
    found.left -= 1
    return found.rule
  }
  return {
    // A storage server refuses only where the rule says so: most refusals are GitHub's own.
    refusal: passage => take(passage, rule => rule.fault in REFUSALS && (rule.at ?? defaultPlace(rule)) === passage.place),
    mishap: (passage, name) => take(passage, rule => rule.fault === name && (rule.at === undefined || rule.at === passage.place)),
    add: (...rules) => {
      open.push(...rules.map(rule => ({ rule, left: rule.times ?? Number.POSITIVE_INFINITY })))
    },
    unused: () => open.filter(({ left }) => left > 0 && Number.isFinite(left)).map(({ rule }) => rule),
  }
}

function defaultPlace(rule: FaultRule): Place {
  return rule.fault === 'expired-link' ? 'storage' : 'api'
}

function fits(rule: FaultRule, passage: Passage): boolean {
  if (rule.method !== undefined && rule.method !== passage.method) return false
  if (typeof rule.match === 'string') return passage.target.includes(rule.match)
  return passage.target.search(rule.match) !== -1
}

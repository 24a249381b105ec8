import { CATEGORIES } from '../model/category.ts'
import { REMEDY_IDS, type RemedyId } from '../model/plan.ts'
import { completeFacts } from './complete-facts.ts'
import { listOf } from './conditions.ts'
import { consult } from './consult.ts'
import { type Conditions, MODES, type Mode, type Policy, type PolicyRule } from './policy.ts'

/** What a policy allows of one remedy. */
export interface Allowance {
  readonly remedy: RemedyId
  /** Rules that are about it, by their numbers, as far as they can ever be asked. */
  readonly rules: readonly number[]
  /** Where none of them applies: one mode, or several that depend on the failure, the most trusting first. */
  readonly otherwise: readonly Mode[]
}

export function allowances(policy: Policy): readonly Allowance[] {
  return REMEDY_IDS.map(remedy => {
    const about = policy.rules.flatMap((rule, i) => (isAbout(rule, remedy) ? [{ rule, number: i + 1 }] : []))
    const last = about.findIndex(({ rule }) => isUnconditional(rule))
    const rules = (last < 0 ? about : about.slice(0, last + 1)).map(({ number }) => number)
    return { remedy, rules, otherwise: modesWithoutRules(policy, remedy) }
  })
}

/** Numbers of rules that no remedy gets to, because an earlier one always applies. */
export function deadRules(policy: Policy): readonly number[] {
  const alive = new Set(allowances(policy).flatMap(({ rules }) => rules))
  return policy.rules.map((_, i) => i + 1).filter(number => !alive.has(number))
}

const isAbout = ({ remedy }: PolicyRule, id: RemedyId) => remedy === undefined || listOf(remedy).includes(id)

const isUnconditional = ({ when = {} }: PolicyRule) => Object.values(when).every(wanted => wanted === undefined)

function modesWithoutRules(policy: Policy, remedy: RemedyId): readonly Mode[] {
  const found = new Set(
    CATEGORIES.map(category => consult({ ...policy, rules: [] }, completeFacts({ remedy, failure: { category } })).mode),
  )
  return MODES.filter(mode => found.has(mode)).reverse()
}

/** `auto when category network or runner, confidence >= 0.8`. */
export function ruleInWords({ remedy, when = {}, then }: PolicyRule): string {
  const conditions = Object.entries(when).flatMap(([name, wanted]) =>
    wanted === undefined ? [] : [`${name} ${wantedInWords(wanted)}`],
  )
  const whose = remedy === undefined ? 'every remedy' : listOf(remedy).join(', ')
  return `${whose}: ${then}${conditions.length > 0 ? ` when ${conditions.join(', ')}` : ''}`
}

function wantedInWords(wanted: NonNullable<Conditions[keyof Conditions]>): string {
  if (typeof wanted === 'boolean') return wanted ? 'yes' : 'no'
  if (typeof wanted === 'number') return `>= ${wanted}`
  if (typeof wanted === 'string' || !('zone' in wanted || 'any' in wanted || 'all' in wanted)) return listOf(wanted).join(' or ')
  if ('zone' in wanted)
    return [wanted.days && listOf(wanted.days).join(' or '), wanted.hours, wanted.zone].filter(Boolean).join(' ')
  const { any, all } = wanted
  return [any && `any ${listOf(any).join(' or ')}`, all && `all ${listOf(all).join(' or ')}`].filter(Boolean).join(' and ')
}

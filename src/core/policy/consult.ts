import type { Reason } from '../model/plan.ts'
import { CONDITIONS, listOf, type Truth } from './conditions.ts'
import type { PolicyFacts } from './facts.ts'
import { type Conditions, MODES, type Mode, type Policy, type PolicyRule } from './policy.ts'
import { modeOfPreset } from './presets.ts'
import type { Decision } from './strictest.ts'

/** How a policy came to its answer. */
export interface Finding {
  readonly mode: Mode
  readonly because: Reason
  /** What each rule had to say, in the order of the file. */
  readonly trail: readonly RuleFinding[]
  /** What holds where no rule applies. */
  readonly otherwise: Mode
}

export interface RuleFinding {
  /** From 1. */
  readonly rule: number
  readonly mode: Mode
  readonly applies: Truth
  /** Names of the conditions that do not hold, and of those of which nobody knows. */
  readonly unmet: readonly ConditionName[]
  readonly unknown: readonly ConditionName[]
}

export type ConditionName = keyof Conditions | 'remedy'

/** What a policy says, by its own rules: the mode as a verdict, with the reason. */
export const decideBy =
  (policy: Policy) =>
  (facts: PolicyFacts): Decision => {
    const { mode, because } = consult(policy, facts)
    return decisionOf(mode, because)
  }

/**
 * The first rule that applies decides, else `remedies`, else the preset.
 *
 * A rule whose conditions ask for something that is not known may apply or not. Then both are thought through, and the stricter one holds:
 * the rule cannot let anything happen that would not happen without it, and what it takes away is taken away. So to know less never allows
 * more. A condition that surely fails settles it, whatever else is unknown.
 */
export function consult(policy: Policy, facts: PolicyFacts): Finding {
  const trail = policy.rules.map((rule, i) => lookAt(rule, i, facts))
  const otherwise = withoutRules(policy, facts)
  const { mode, because } = policy.rules.reduceRight<Outcome>((rest, rule, i) => {
    const { applies, unknown } = trail[i] as RuleFinding
    if (applies === false || (applies === null && !isStricter(rule.then, rest.mode))) return rest
    return { mode: rule.then, because: { code: 'rule', text: sentence(rule, i, unknown) } }
  }, otherwise)
  return { mode, because, trail, otherwise: otherwise.mode }
}

/** What a mode means, and why: the preset or rule that gave it. */
function decisionOf(mode: Mode, because: Reason): Decision {
  switch (mode) {
    case 'off':
      return { verdict: 'deny', reasons: [{ code: 'off', text: because.text }] }
    case 'suggest':
      return { verdict: 'deny', reasons: [{ code: 'suggest-only', text: because.text }] }
    case 'ask':
      return { verdict: 'ask', reasons: [{ code: 'needs-approval', text: because.text }] }
    case 'auto':
      return { verdict: 'allow', reasons: [because] }
  }
}

interface Outcome {
  readonly mode: Mode
  readonly because: Reason
}

const isStricter = (mode: Mode, than: Mode): boolean => MODES.indexOf(mode) < MODES.indexOf(than)

function lookAt({ remedy, when = {}, then }: PolicyRule, i: number, facts: PolicyFacts): RuleFinding {
  const isMeant = remedy === undefined || listOf(remedy).includes(facts.remedy)
  const answers = namesOf(when).map(name => ({ name, truth: holds(name, when, facts) }))
  const unmet = answers.filter(({ truth }) => truth === false).map(({ name }) => name)
  const unknown = answers.filter(({ truth }) => truth === null).map(({ name }) => name)
  return {
    rule: i + 1,
    mode: then,
    applies: isMeant && unmet.length === 0 ? (unknown.length > 0 ? null : true) : false,
    unmet: isMeant ? unmet : ['remedy', ...unmet],
    unknown,
  }
}

const namesOf = (when: Conditions) =>
  Object.keys(when).filter((name): name is keyof Conditions => when[name as keyof Conditions] !== undefined)

/** A condition that the table does not know, which no checked configuration has, is one of which nobody knows. */
function holds<Name extends keyof Conditions>(name: Name, when: Conditions, facts: PolicyFacts): Truth {
  const wanted = when[name]
  return wanted === undefined ? null : (CONDITIONS[name]?.holds(wanted, facts) ?? null)
}

function withoutRules({ remedies, preset }: Policy, facts: PolicyFacts): Outcome {
  const set = remedies[facts.remedy]
  if (set !== undefined)
    return { mode: set, because: { code: 'rule', text: `The policy ${MODE_WORDS[set]}: ${facts.remedy} is set to ${set}.` } }
  const mode = modeOfPreset[preset](facts)
  return { mode, because: { code: 'preset', text: `The preset ${preset} ${MODE_WORDS[mode]}.` } }
}

function sentence({ then, because }: PolicyRule, i: number, unknown: readonly ConditionName[]): string {
  const doubt = unknown.length > 0 ? ` may apply (not known: ${unknown.map(factOf).join(', ')}), and` : ''
  return `Rule ${i + 1} of the policy${doubt} ${MODE_WORDS[then]}${because === undefined ? '' : `: ${because.replace(/\.$/, '')}`}.`
}

const factOf = (name: ConditionName): string => (name === 'remedy' ? 'the remedy' : CONDITIONS[name].fact)

/** As the end of a sentence about who gave the mode. */
const MODE_WORDS: Readonly<Record<Mode, string>> = {
  off: 'forbids it',
  suggest: 'only suggests it',
  ask: 'wants a person to approve it',
  auto: 'lets it happen by itself',
}

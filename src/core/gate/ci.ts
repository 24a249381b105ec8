import type { Answer } from '../ports/answer.ts'
import type { Check } from '../ports/commits.ts'
import { type Condition, judged } from './condition.ts'

export interface CiCondition {
  readonly commit: string
  /** Checks that must be there. */
  readonly required: readonly string[]
  /** Checks that do not count: the one that runs the gate is not over before it. */
  readonly ignore: readonly string[]
}

const MOST_NAMED = 5

/** Whether CI is green for a commit. Nothing has run, something still runs, or a required check is missing: inconclusive. */
export function judgeCi(answer: Answer<readonly Check[]>, { commit, required, ignore }: CiCondition): Condition {
  return judged({ kind: 'ci', name: `CI of ${commit.slice(0, 12)}`, threshold: 'all checks green' }, answer, all => {
    const checks = all.filter(({ name }) => !ignore.includes(name))
    const of = (state: Check['state']) => checks.filter(check => check.state === state).map(({ name }) => name)
    const [failed, open] = [of('failed'), of('open')]
    const missing = required.filter(name => !checks.some(check => check.name === name))
    const observed = `${of('passed').length} of ${checks.length} green`
    const told = (verdict: Condition['verdict'], words: string) => ({
      verdict,
      observed,
      text: `CI of ${commit.slice(0, 12)}: ${words}.`,
    })
    if (failed.length > 0) return told('failure', `${observed}; failed: ${named(failed)}`)
    if (checks.length === 0) return told('inconclusive', 'no check has run')
    if (missing.length > 0) return told('inconclusive', `${observed}; missing: ${named(missing)}`)
    if (open.length > 0) return told('inconclusive', `${observed}; not over: ${named(open)}`)
    return told('success', `${observed}, as it has to be`)
  })
}

const named = (names: readonly string[]) =>
  names.slice(0, MOST_NAMED).join(', ') + (names.length > MOST_NAMED ? `, and ${names.length - MOST_NAMED} more` : '')

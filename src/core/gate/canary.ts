import type { Answer } from '../ports/answer.ts'
import { type Condition, judged } from './condition.ts'

const PASSES: ReadonlySet<unknown> = new Set(['sound', 'flaky'])

/** Whether the canary of this commit is conclusive: what `sherpa canary --json` printed. */
export const judgeCanary = (answer: Answer<unknown>, commit: string): Condition =>
  judged({ kind: 'canary', name: 'canary', threshold: 'sound or flaky' }, answer, given => {
    const { verdict, suspect, runs, pairs } = fieldsOf(given)
    const tried = fieldsOf(suspect)['commit']
    const observed = typeof verdict === 'string' ? verdict.slice(0, 40) : null
    if (tried !== commit) {
      const of = typeof tried === 'string' ? tried.slice(0, 12) : 'no commit that it names'
      return { verdict: 'inconclusive', observed, text: `Canary: it is of ${of}, not of ${commit.slice(0, 12)}.` }
    }
    if (!isSome(runs) || !isSome(pairs))
      return { verdict: 'inconclusive', observed, text: `Canary: ${observed ?? 'it says nothing'}, of no runs that it counts.` }
    const is = verdict === 'regression' ? 'failure' : PASSES.has(verdict) ? 'success' : 'inconclusive'
    return { verdict: is, observed, text: `Canary: ${observed ?? 'it says nothing'}, has to be sound or flaky.` }
  })

const isSome = (count: unknown) => typeof count === 'number' && Number.isInteger(count) && count > 0

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

import type { Answer } from '../ports/answer.ts'
import { type Condition, judged } from './condition.ts'

/** What a query must give. At least one of the limits is there. */
export interface SloCondition {
  readonly name: string
  readonly query: string
  readonly atMost?: number | undefined
  readonly atLeast?: number | undefined
}

/** Whether what a monitoring system measures is within its limits, each series of it. No series, or one that is no number: inconclusive. */
export function judgeSlo(answer: Answer<readonly number[]>, { name, atMost, atLeast }: SloCondition): Condition {
  const limits = [atLeast !== undefined && `at least ${atLeast}`, atMost !== undefined && `at most ${atMost}`].filter(Boolean)
  const threshold = limits.join(', ')
  return judged({ kind: 'slo', name, threshold }, answer, values => {
    const isOut = (value: number) => value > (atMost ?? Number.POSITIVE_INFINITY) || value < (atLeast ?? Number.NEGATIVE_INFINITY)
    const out = values.filter(isOut)
    const [first] = values
    if (first === undefined)
      return { verdict: 'inconclusive', observed: null, text: `${name}: the query gives nothing; it has to be ${threshold}.` }
    const several = values.length > 1 ? ` (${values.length} series)` : ''
    const told = (verdict: Condition['verdict'], value: number) => ({
      ...{ verdict, observed: Number.isFinite(value) ? value : String(value) },
      text: `${name}: ${value}${several}, has to be ${threshold}.`,
    })
    if (out.length > 0) return told('failure', worst(out, atMost))
    if (values.some(Number.isNaN)) return told('inconclusive', Number.NaN)
    return told('success', worst(values, atMost))
  })
}

const worst = (values: readonly number[], atMost: number | undefined) =>
  values.reduce((a, b) => (atMost === undefined ? Math.min(a, b) : Math.max(a, b)))

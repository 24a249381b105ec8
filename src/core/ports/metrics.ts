import type { Answer } from './answer.ts'

/** A metric as Prometheus knows them. */
export interface MetricFamily {
  readonly name: string
  readonly kind: 'counter' | 'gauge' | 'histogram'
  readonly help: string
  readonly labels: readonly string[]
  /** Upper bounds of a histogram, ascending. */
  readonly buckets?: readonly number[]
}

/** Where metrics are counted. Labels are those of the family. */
export interface MetricSink {
  /** Adds to a counter. */
  count(family: MetricFamily, labels: Readonly<Record<string, string>>, by: number): void
  /** Adds a value to a histogram. */
  observe(family: MetricFamily, labels: Readonly<Record<string, string>>, value: number): void
  /** Sets a gauge, unless it is higher already. */
  raise(family: MetricFamily, labels: Readonly<Record<string, string>>, value: number): void
}

/** A monitoring system that answers queries with the values of one moment, one a series; a value that is no number is NaN. Nothing throws. */
export interface Measurements {
  now(query: string): Promise<Answer<readonly number[]>>
}

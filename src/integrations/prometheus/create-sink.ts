import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { MetricFamily, MetricSink } from '../../core/ports/metrics.ts'

/** Counts metrics, and tells them in Prometheus' text format (https://prometheus.io/docs/instrumenting/exposition_formats/). */
export interface PrometheusSink extends MetricSink {
  text(): Promise<string>
}

/** Of one sample: no sum of such ones leaves the numbers. */
const HIGHEST = Number.MAX_SAFE_INTEGER

/** @param families all that will be counted; those that nothing is counted of are told without samples */
export function createPrometheusSink(families: readonly MetricFamily[]): PrometheusSink {
  const registry = new Registry()
  const counters = new Map<string, Counter>()
  const gauges = new Map<string, Gauge>()
  const histograms = new Map<string, Histogram>()
  const highest = new Map<string, number>()
  for (const { name, kind, help, labels, buckets } of families) {
    const options = { name, help, labelNames: [...labels], registers: [registry] }
    if (kind === 'counter') counters.set(name, new Counter(options))
    else if (kind === 'gauge') gauges.set(name, new Gauge(options))
    else histograms.set(name, new Histogram({ ...options, ...(buckets && { buckets: [...buckets] }) }))
  }
  return {
    count({ name }, labels, by) {
      if (Number.isFinite(by) && by >= 0) counters.get(name)?.inc(labels, Math.min(by, HIGHEST))
    },
    observe({ name }, labels, value) {
      if (Number.isFinite(value)) histograms.get(name)?.observe(labels, Math.min(value, HIGHEST))
    },
    raise({ name }, labels, value) {
      if (!Number.isFinite(value)) return
      const key = JSON.stringify([name, labels])
      if (value <= (highest.get(key) ?? Number.NEGATIVE_INFINITY)) return
      highest.set(key, value)
      gauges.get(name)?.set(labels, value)
    },
    text: () => registry.metrics(),
  }
}

import { expect, test } from 'vitest'
import type { MetricFamily } from '../../core/ports/metrics.ts'
import { createPrometheusSink } from './create-sink.ts'

const counter: MetricFamily = { name: 'time_total', kind: 'counter', help: 'h', labels: [] }
const histogram: MetricFamily = { name: 'size', kind: 'histogram', help: 'h', labels: [], buckets: [1] }
const gauge: MetricFamily = { name: 'last', kind: 'gauge', help: 'h', labels: [] }

test('what is no number counts nothing', async () => {
  const sink = createPrometheusSink([counter, histogram, gauge])
  for (const value of [Number.POSITIVE_INFINITY, Number.NaN, Number.NEGATIVE_INFINITY]) {
    sink.count(counter, {}, value)
    sink.observe(histogram, {}, value)
    sink.raise(gauge, {}, value)
  }
  sink.count(counter, {}, -1)
  sink.count(counter, {}, 2)
  sink.observe(histogram, {}, 3)
  sink.raise(gauge, {}, 4)
  const text = await sink.text()
  expect(text).toMatch(/^time_total 2$/m)
  expect(text).toMatch(/^size_sum 3$/m)
  expect(text).toMatch(/^last 4$/m)
})

test('sums stay numbers', async () => {
  const sink = createPrometheusSink([counter, histogram])
  for (let i = 0; i < 3; i++) {
    sink.count(counter, {}, 1e308)
    sink.observe(histogram, {}, 1e308)
  }
  expect(await sink.text()).not.toMatch(/ (?:Infinity|NaN|\+Inf)$/m)
})

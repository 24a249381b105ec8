import type { MetricSink } from '../../core/ports/metrics.ts'
import type { Redactor } from '../../core/redact/redact.ts'
import { inertLine } from '../../core/report/inert.ts'

const LONGEST = 200

/** The same sink for labels that hold names of strangers: redacted, on one line, of bounded length. */
export function labelsWithout(sink: MetricSink, redact: Redactor): MetricSink {
  const known = new Map<string, string>()
  const safe = (value: string) => {
    const before = known.get(value)
    if (before !== undefined) return before
    const shown = inertLine(redact(value)).slice(0, LONGEST).toWellFormed()
    known.set(value, shown)
    return shown
  }
  const clean = (labels: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, safe(value)]))
  return {
    count: (family, labels, by) => sink.count(family, clean(labels), by),
    observe: (family, labels, value) => sink.observe(family, clean(labels), value),
    raise: (family, labels, value) => sink.raise(family, clean(labels), value),
  }
}

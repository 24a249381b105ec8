/** Knows no rules and weighs all lines alike: for tests that are about fetching logs, not about understanding them. */
import { emptyTextModel } from '../../src/core/locate/text-model.ts'
import type { Trees } from '../../src/core/locate/trees.ts'
import { createKnowledge } from '../../src/core/log/read.ts'

const trees: Trees = {
  bias: 0,
  roots: new Int32Array(0),
  feature: new Int8Array(0),
  threshold: new Float32Array(0),
  left: new Int32Array(0),
}

export const untrained = createKnowledge({
  rules: [],
  frameworks: [],
  lineModel: { text: emptyTextModel(), line: trees, context: trees },
})

import type { Models } from '../../src/core/learned/models.ts'
import { emptyTextModel } from '../../src/core/locate/text-model.ts'
import type { Trees } from '../../src/core/locate/trees.ts'

const trees: Trees = {
  bias: 0,
  roots: new Int32Array(0),
  feature: new Int8Array(0),
  threshold: new Float32Array(0),
  left: new Int32Array(0),
}

/** Weighs all lines alike, so that tests about fetching logs do not depend on what was learned. */
export const untrained: Models = {
  text: emptyTextModel(),
  line: trees,
  context: trees,
  candidate: trees,
  words: { classes: 0, bias: new Float32Array(0), weights: new Float32Array(0) },
  category: trees,
  transient: trees,
  records: {},
  confidence: [],
  transience: [],
}

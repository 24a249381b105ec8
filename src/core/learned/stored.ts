import type { Trees } from '../locate/trees.ts'
import { readArrays, type Stored, storeArrays } from '../stored/arrays.ts'
import type { Models } from './models.ts'

/** The models as they are bundled. To decode them from `weights.json` takes 3 ms of every start. */
export const storeModels = (models: Models): Uint8Array => storeArrays(models)

/** The arrays of the models are parts of these bytes. */
export const readModels = (bytes: Uint8Array): Models =>
  readArrays<Models>(bytes, ({ text, words, ...models }, behind) => {
    const floats = behind<'Float32Array'>
    const trees = ({ bias, roots, feature, threshold, left }: Stored<Trees>): Trees => ({
      bias,
      roots: behind<'Int32Array'>(roots),
      feature: behind<'Int8Array'>(feature),
      threshold: floats(threshold),
      left: behind<'Int32Array'>(left),
    })
    return {
      ...models,
      text: { bias: text.bias, self: floats(text.self), above: floats(text.above), below: floats(text.below) },
      words: { classes: words.classes, bias: floats(words.bias), weights: floats(words.weights) },
      line: trees(models.line),
      context: trees(models.context),
      candidate: trees(models.candidate),
      category: trees(models.category),
      transient: trees(models.transient),
    }
  })

import type { Trees } from '../locate/trees.ts'
import type { Models } from './models.ts'

/**
 * The models as they lie in memory, which is how they are bundled: a line of JSON, and behind it the arrays, which are used where they were
 * read. To decode them from `weights.json` takes 3 ms of every start.
 */

type Numbers = Float32Array | Int32Array | Int8Array
type Kind = 'Float32Array' | 'Int32Array' | 'Int8Array'

/** An array in the line of JSON. */
interface Reference {
  readonly array: Kind
  /** In bytes from the beginning of the arrays. */
  readonly at: number
  readonly length: number
}

/** So that every array begins where a number may. */
const ALIGNED = 8

export function storeModels(models: Models): Uint8Array {
  const arrays: Numbers[] = []
  let size = 0
  const refer = (array: Numbers): Reference => {
    const at = size
    arrays.push(array)
    size += aligned(array.byteLength)
    return { array: array.constructor.name as Kind, at, length: array.length }
  }
  const head = JSON.stringify(models, (_, value: unknown) => (isNumbers(value) ? refer(value) : value))
  const start = aligned(head.length + 1)
  const bytes = new Uint8Array(start + size).fill(LF, 0, start)
  new TextEncoder().encodeInto(head, bytes)
  let at = start
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += aligned(byteLength)
  }
  return bytes
}

/** The arrays of the models are parts of these bytes. */
export function readModels(bytes: Uint8Array): Models {
  const { buffer, byteOffset } = bytes.byteOffset % ALIGNED === 0 ? bytes : bytes.slice()
  const end = bytes.indexOf(LF)
  const start = byteOffset + aligned(end + 1)
  const { text, words, ...models } = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as Stored<Models>
  const array = <Name extends Kind>({ array, at, length }: Reference) =>
    new ARRAYS[array as Name](buffer as ArrayBuffer, start + at, length) as InstanceType<(typeof ARRAYS)[Name]>
  const floats = array<'Float32Array'>
  const trees = ({ bias, roots, feature, threshold, left }: Stored<Trees>): Trees => ({
    bias,
    roots: array<'Int32Array'>(roots),
    feature: array<'Int8Array'>(feature),
    threshold: floats(threshold),
    left: array<'Int32Array'>(left),
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
}

const LF = 10
const ARRAYS = { Float32Array, Int32Array, Int8Array }

/** The same with references to the arrays. */
type Stored<T> = { readonly [Name in keyof T]: T[Name] extends Numbers ? Reference : Stored<T[Name]> }

const aligned = (size: number) => Math.ceil(size / ALIGNED) * ALIGNED

const isNumbers = (value: unknown): value is Numbers =>
  value instanceof Float32Array || value instanceof Int32Array || value instanceof Int8Array
